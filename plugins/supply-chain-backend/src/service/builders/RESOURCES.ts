import { resourceName } from '../../clusters/resourceName';
import { watchedKinds } from '../watchedKinds';

const {
  build,
  builder,
  clusterBuilder,
  clusterLifecycle,
  clusterStack,
  clusterStore,
  image,
} = watchedKinds;

/** Kinds without which a part of what is told of builders and images is missing, or old. */
export const RESOURCES: ReadonlySet<string> = new Set(
  [
    build,
    builder,
    clusterBuilder,
    clusterLifecycle,
    clusterStack,
    clusterStore,
    image,
  ].map(({ resource }) => resourceName(resource)),
);
