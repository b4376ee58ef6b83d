import type { ClusterStoreObject } from './ClusterStoreObject';
import { Fields } from './Fields';
import { present } from './present';
import { readConditions } from './readConditions';
import { readObjectMeta } from './readObjectMeta';

/** `kpack.io/v1alpha2` ClusterStore. Throws `Unreadable`. */
export function readClusterStore(raw: unknown): ClusterStoreObject {
  const store = new Fields(raw);
  const status = store.object('status');
  return present({
    meta: readObjectMeta(raw, 'cluster'),
    sources: store
      .object('spec')
      .list('sources')
      .flatMap(source => source.text('image') ?? []),
    buildpacks: status.list('buildpacks').flatMap(buildpack => {
      const id = buildpack.text('id');
      if (!id) return [];
      return present({
        id,
        version: buildpack.text('version'),
        homepage: buildpack.text('homepage'),
        source: buildpack.object('storeImage').text('image'),
      });
    }),
    observedGeneration: status.integer('observedGeneration'),
    conditions: readConditions(status),
  });
}
