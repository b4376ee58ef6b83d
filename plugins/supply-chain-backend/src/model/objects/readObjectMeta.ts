import { Fields } from './Fields';
import type { ObjectMeta } from './ObjectMeta';
import { present } from './present';
import { Unreadable } from './Unreadable';

/** Longest name Kubernetes allows (DNS-1123 subdomain). */
const NAME_MAX = 253;

/** The only place where an object can be refused: without a name, and a namespace where it needs one, nothing can refer to it. */
export function readObjectMeta(
  raw: unknown,
  scope: 'namespaced' | 'cluster',
): ObjectMeta {
  const meta = new Fields(raw).object('metadata');
  const name = usable(meta, 'name');
  if (!name) throw new Unreadable('metadata.name is missing or not a name');
  const namespace = scope === 'namespaced' ? usable(meta, 'namespace') : '';
  if (namespace === undefined)
    throw new Unreadable('metadata.namespace is missing or not a name');
  return present({
    name,
    namespace,
    uid: meta.text('uid'),
    generation: meta.integer('generation'),
    createdAt: meta.instant('creationTimestamp'),
    labels: meta.map('labels'),
    owners: meta.list('ownerReferences').flatMap(owner => {
      const kind = owner.text('kind');
      const ownerName = owner.text('name');
      if (!kind || !ownerName) return [];
      return present({
        kind,
        name: ownerName,
        uid: owner.text('uid'),
        controller: owner.flag('controller'),
      });
    }),
    deleting: meta.instant('deletionTimestamp') !== undefined,
  });
}

function usable(meta: Fields, key: string): string | undefined {
  const text = meta.text(key, NAME_MAX + 1);
  return text && text.length <= NAME_MAX ? text : undefined;
}
