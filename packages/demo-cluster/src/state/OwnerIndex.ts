import type { KubeObject } from './KubeObject.ts';
import type { ResourceId } from './ResourceId.ts';

/** Where an object is. */
export interface ObjectAddress {
  readonly kind: Pick<ResourceId, 'group' | 'plural'>;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** Who is owned by whom, by the owner's uid. */
export class OwnerIndex {
  readonly #owned = new Map<string, Map<string, ObjectAddress>>();

  add(kind: ObjectAddress['kind'], object: KubeObject): void {
    const { namespace, name } = object.metadata;
    for (const uid of ownerUids(object)) {
      let owned = this.#owned.get(uid);
      if (!owned) this.#owned.set(uid, (owned = new Map()));
      owned.set(keyOf(kind, object), { kind, namespace, name });
    }
  }

  remove(kind: ObjectAddress['kind'], object: KubeObject): void {
    for (const uid of ownerUids(object)) {
      const owned = this.#owned.get(uid);
      owned?.delete(keyOf(kind, object));
      if (owned?.size === 0) this.#owned.delete(uid);
    }
  }

  ownedBy(uid: string): ObjectAddress[] {
    return [...(this.#owned.get(uid)?.values() ?? [])];
  }
}

function keyOf(
  { group, plural }: ObjectAddress['kind'],
  { metadata }: KubeObject,
): string {
  return [group, plural, metadata.namespace ?? '', metadata.name].join('/');
}

function ownerUids(object: KubeObject): string[] {
  const refs: unknown = object.metadata.ownerReferences;
  if (!Array.isArray(refs)) return [];
  return refs
    .map((ref: { uid?: unknown } | null) => ref?.uid)
    .filter(uid => typeof uid === 'string');
}
