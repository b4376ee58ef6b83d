import type { ClusterStackObject } from './ClusterStackObject';
import { Fields } from './Fields';
import { present } from './present';
import { readConditions } from './readConditions';
import { readObjectMeta } from './readObjectMeta';
import { readResolvedImage } from './readResolvedImage';

/** `kpack.io/v1alpha2` ClusterStack. Throws `Unreadable`. */
export function readClusterStack(raw: unknown): ClusterStackObject {
  const stack = new Fields(raw);
  const spec = stack.object('spec');
  const status = stack.object('status');
  const image = (key: 'buildImage' | 'runImage') =>
    readResolvedImage(spec.object(key), status.object(key));
  return present({
    meta: readObjectMeta(raw, 'cluster'),
    id: spec.text('id') ?? status.text('id'),
    buildImage: image('buildImage'),
    runImage: image('runImage'),
    mixins: status.texts('mixins'),
    mixinCount: status.count('mixins'),
    observedGeneration: status.integer('observedGeneration'),
    conditions: readConditions(status),
  });
}
