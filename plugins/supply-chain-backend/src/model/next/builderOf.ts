import type { ImageObject } from '../objects/ImageObject';
import type { Surroundings } from '../Surroundings';
import type { NextFacts } from './nextBuild';

/** The builder that an Image names. One that is not found where its kind cannot be read may still be there. */
export function builderOf(
  { meta, builder: { kind, name } }: ImageObject,
  around: Surroundings,
): NextFacts['builder'] {
  if (!around.builder || name === undefined) return 'unreadable';
  const isOfCluster = kind !== 'Builder';
  const found = around.builder(isOfCluster ? undefined : meta.namespace, name);
  if (found) return found;
  const resource = isOfCluster
    ? 'clusterbuilders.kpack.io'
    : 'builders.kpack.io';
  return around.problem(resource) ? 'unreadable' : undefined;
}
