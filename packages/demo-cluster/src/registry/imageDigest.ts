import type { RecordedImage } from './RecordedImage.ts';

/** Tags under which cosign keeps what belongs to an image. */
const COSIGN = /^sha256-[0-9a-f]{64}\.\w+$/;

/** The digest of the image itself, not of what is kept beside it. */
export function imageDigest({ tags }: RecordedImage): string {
  const [own] = Object.entries(tags).filter(([tag]) => !COSIGN.test(tag));
  if (!own) throw new Error('The recorded image has no tag of its own');
  return own[1].digest;
}
