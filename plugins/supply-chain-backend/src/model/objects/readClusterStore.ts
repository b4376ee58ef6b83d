import type { ClusterStoreObject } from './ClusterStoreObject';
import { Fields } from './Fields';
import { present } from './present';
import { readConditions } from './readConditions';
import { readObjectMeta } from './readObjectMeta';
import { readOrder } from './readOrder';

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
      const named = readNamed(buildpack);
      if (!named) return [];
      return present({
        ...named,
        source: buildpack.object('storeImage').text('image'),
        buildpackage: readNamed(buildpack.object('buildpackage')),
        order: readOrder(buildpack),
      });
    }),
    observedGeneration: status.integer('observedGeneration'),
    conditions: readConditions(status),
  });
}

function readNamed(from: Fields) {
  const id = from.text('id');
  return id === undefined
    ? undefined
    : present({
        id,
        version: from.text('version'),
        homepage: from.text('homepage'),
      });
}
