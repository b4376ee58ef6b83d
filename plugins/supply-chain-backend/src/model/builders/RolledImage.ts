import type { RolloutImage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuilderObject } from '../objects/BuilderObject';
import type { ImageFacts } from './ImageFacts';
import type { BuilderNames } from './runImageName';

/** An image beside its builder, with what is told of it. */
export type RolledImage = {
  readonly facts: ImageFacts;
  readonly builder?: BuilderObject;
  readonly names: BuilderNames;
  readonly view: RolloutImage;
};
