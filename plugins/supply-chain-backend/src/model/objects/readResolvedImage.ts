import type { Fields } from './Fields';
import { present } from './present';
import type { ResolvedImage } from './ResolvedImage';

/** `asked` is the `{image}` of a spec, `resolved` the `{image, latestImage}` of a status. */
export function readResolvedImage(
  asked: Fields,
  resolved: Fields,
): ResolvedImage {
  return present({
    asked: asked.text('image'),
    resolvedFrom: resolved.text('image'),
    latestImage: resolved.text('latestImage'),
  });
}
