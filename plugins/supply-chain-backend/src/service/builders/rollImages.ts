import { builderNames } from '../../model/builders/builderNames';
import { imageRollout } from '../../model/builders/imageRollout';
import type { ImageFacts } from '../../model/builders/ImageFacts';
import type { RolledImage } from '../../model/builders/RolledImage';
import type { BuilderObject } from '../../model/objects/BuilderObject';
import type { ClusterBuilders } from './clusterBuilders';
import type { FleetImage } from './FleetImage';

/** An image that stands beside the same builder as before is the same object as before: of ten thousand few change at a time. */
const rolled = new WeakMap<ImageFacts, RolledImage>();

/** The images of one cluster beside their builders; those whose builder is not there under undefined. */
export function rollImages(
  images: Iterable<FleetImage>,
  at: ClusterBuilders,
): ReadonlyMap<BuilderObject | undefined, readonly RolledImage[]> {
  const names = new Map(
    at.builders.map(builder => [
      builder,
      builderNames(builder, at.partsOf(builder).stack),
    ]),
  );
  const byBuilder = new Map<BuilderObject | undefined, RolledImage[]>();
  for (const { facts } of images) {
    const builder = at.find({
      kind:
        facts.builder.kind === 'ClusterBuilder' ? 'ClusterBuilder' : 'Builder',
      namespace: facts.namespace,
      name: facts.builder.name ?? '',
    });
    const called = (builder && names.get(builder)) ?? {};
    const image = roll(facts, at.cluster, builder, called);
    const same = byBuilder.get(builder);
    if (same) same.push(image);
    else byBuilder.set(builder, [image]);
  }
  return byBuilder;
}

function roll(
  facts: ImageFacts,
  cluster: string,
  builder: BuilderObject | undefined,
  names: RolledImage['names'],
): RolledImage {
  const before = rolled.get(facts);
  if (
    before &&
    before.builder === builder &&
    before.names.runTag === names.runTag &&
    before.view.ref.cluster === cluster
  ) {
    return before;
  }
  const view = imageRollout(facts, cluster, builder, names);
  const now: RolledImage = builder
    ? { facts, builder, names, view }
    : { facts, names, view };
  rolled.set(facts, now);
  return now;
}
