import type { BuildsAnswer } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { buildRow } from './buildRow';
import { newestFirst } from './builds/newestFirst';
import type { ImageObject } from './objects/ImageObject';
import type { Surroundings } from './Surroundings';

/** Kinds without which a part of the rows is missing, or old. */
const NEEDED = [
  'images.kpack.io',
  'builds.kpack.io',
  'pods',
  'events',
] as const;

/** All builds of an Image, newest first. */
export function buildHistory(
  image: ImageObject,
  around: Surroundings,
): BuildsAnswer {
  const { namespace, name } = image.meta;
  return {
    image: { cluster: around.cluster, namespace, name },
    builds: newestFirst(around.builds(namespace, name)).map(build =>
      buildRow(build, around),
    ),
    problems: NEEDED.flatMap(resource => around.problem(resource) ?? []),
  };
}
