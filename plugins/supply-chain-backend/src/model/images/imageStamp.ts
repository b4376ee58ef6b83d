import type { ImageObject } from '../objects/ImageObject';
import type { RealizedResource } from '../objects/OwnerStatus';

/** What the stage is called that makes an image; the name that Cartographer's own chains give it. */
const NAME = 'image-provider';

/** A reference to an Image, as Cartographer would write it of one that it stamped. */
export function imageStamp({
  meta,
  latestImage,
}: ImageObject): RealizedResource {
  return {
    name: NAME,
    stampedRef: {
      apiVersion: 'kpack.io/v1alpha2',
      kind: 'Image',
      namespace: meta.namespace,
      name: meta.name,
      resource: 'images.kpack.io',
    },
    inputs: [],
    outputs:
      latestImage === undefined
        ? []
        : [{ name: 'image', preview: latestImage }],
    conditions: [],
  };
}
