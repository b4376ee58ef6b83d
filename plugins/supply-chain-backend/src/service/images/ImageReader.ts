import type {
  ImagesAnswer,
  ImagesQuery,
  ImageView,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/**
 * Answers about kpack Images for themselves. `As` says on whose behalf: a reader of `Caller` authorises (routes get this
 * one), a reader of `Sight` has been told what may be seen.
 */
export interface ImageReader<As> {
  images(query: ImagesQuery, as: As): Promise<ImagesAnswer>;
  image(ref: ObjectRef, as: As): Promise<ImageView>;
}
