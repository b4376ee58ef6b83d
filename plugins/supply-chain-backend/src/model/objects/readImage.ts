import { Fields } from './Fields';
import type { ImageObject } from './ImageObject';
import { present } from './present';
import { readBuildSource } from './readBuildSource';
import { readConditions } from './readConditions';
import { readObjectMeta } from './readObjectMeta';

/** `kpack.io/v1alpha2` Image. Throws `Unreadable`. */
export function readImage(raw: unknown): ImageObject {
  const image = new Fields(raw);
  const spec = image.object('spec');
  const status = image.object('status');
  const builder = spec.object('builder');
  const cache = spec.object('cache');
  return present({
    meta: readObjectMeta(raw, 'namespaced'),
    tag: spec.text('tag'),
    additionalTags: spec.texts('additionalTags'),
    tagging: spec.text('imageTaggingStrategy'),
    serviceAccount: spec.text('serviceAccountName'),
    cache:
      cache.object('registry').text('tag') ??
      cache.object('volume').text('size'),
    keeps: present({
      succeeded: spec.integer('successBuildHistoryLimit'),
      failed: spec.integer('failedBuildHistoryLimit'),
    }),
    builder: present({
      kind: builder.text('kind'),
      name: builder.text('name'),
    }),
    source: readBuildSource(spec.object('source')),
    observedGeneration: status.integer('observedGeneration'),
    conditions: readConditions(status),
    latestBuildRef: status.text('latestBuildRef'),
    latestBuildReason: status.text('latestBuildReason'),
    buildCount: status.integer('buildCounter'),
    latestImage: status.text('latestImage'),
  });
}
