import type { BuildsAnswer } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ImageObject } from './objects/ImageObject';
import type { Surroundings } from './Surroundings';

/** All builds of an Image, newest first. */
export function buildHistory(
  image: ImageObject,
  around: Surroundings,
): BuildsAnswer {
  throw new Error(`not yet ${image.meta.name} ${around.cluster}`);
}
