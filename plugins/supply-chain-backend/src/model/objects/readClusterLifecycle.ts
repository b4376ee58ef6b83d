import type {
  ApiVersions,
  ClusterLifecycleObject,
} from './ClusterLifecycleObject';
import { Fields } from './Fields';
import { present } from './present';
import { readConditions } from './readConditions';
import { readObjectMeta } from './readObjectMeta';
import { readResolvedImage } from './readResolvedImage';

/** `kpack.io/v1alpha2` ClusterLifecycle. Throws `Unreadable`. */
export function readClusterLifecycle(raw: unknown): ClusterLifecycleObject {
  const lifecycle = new Fields(raw);
  const status = lifecycle.object('status');
  return present({
    meta: readObjectMeta(raw, 'cluster'),
    image: readResolvedImage(lifecycle.object('spec'), status.object('image')),
    version: status.text('version'),
    buildpackApis: readApis(status.object('apis').object('buildpack')),
    platformApis: readApis(status.object('apis').object('platform')),
    observedGeneration: status.integer('observedGeneration'),
    conditions: readConditions(status),
  });
}

/** kpack writes null where there is none. */
function readApis(apis: Fields): ApiVersions {
  return {
    supported: apis.texts('supported'),
    deprecated: apis.texts('deprecated'),
  };
}
