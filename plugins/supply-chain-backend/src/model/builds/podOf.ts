import type { BuildObject } from '../objects/BuildObject';
import type { PodObject } from '../objects/PodObject';
import type { Surroundings } from '../Surroundings';

/** The pod of a build; not that of an older Build of the same name, which may stay for a while after its deletion. */
export function podOf(
  build: BuildObject,
  around: Pick<Surroundings, 'podOfBuild'>,
): PodObject | undefined {
  const { namespace, name, uid } = build.meta;
  const pod = around.podOfBuild(namespace, name);
  const owner = pod?.meta.owners.find(each => each.kind === 'Build');
  return owner?.uid && uid && owner.uid !== uid ? undefined : pod;
}
