import type { BuildsAnswer } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { buildRow } from './buildRow';
import { newestFirst } from './builds/newestFirst';
import type { ImageObject } from './objects/ImageObject';
import type { Surroundings } from './Surroundings';

/** All builds of an Image, newest first. */
export function buildHistory(
  image: ImageObject,
  around: Surroundings,
): BuildsAnswer {
  const { namespace, name } = image.meta;
  const problem = around.problem('builds.kpack.io');
  return {
    image: { cluster: around.cluster, namespace, name },
    builds: newestFirst(around.builds(namespace, name)).map(build =>
      buildRow(build, around),
    ),
    problems: problem ? [problem] : [],
  };
}
