import { imageDigest } from './imageDigest.ts';
import type { RecordedImage } from './RecordedImage.ts';

/** The same image in another repository, without what was signed of it: signatures are beside an image, not in it. */
export function unsignedCopy(
  original: RecordedImage,
  repository: string,
): RecordedImage {
  const genuine = imageDigest(original);
  return {
    repository,
    tags: Object.fromEntries(
      Object.entries(original.tags).filter(
        ([, { digest }]) => digest === genuine,
      ),
    ),
    blobs: original.blobs,
  };
}
