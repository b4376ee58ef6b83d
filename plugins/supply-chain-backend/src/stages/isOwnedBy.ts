import type { ObjectMeta } from '../model/objects/ObjectMeta';

/**
 * Whether an object is the workload's: by the reference that Cartographer, or what it stamped, put on it. A name alone does
 * not say so: the object may be gone, and another one have its name.
 */
export function isOwnedBy(
  meta: ObjectMeta,
  owner: { readonly kind: string; readonly meta: ObjectMeta },
): boolean {
  return meta.owners.some(
    each =>
      each.kind === owner.kind &&
      each.name === owner.meta.name &&
      (each.uid === undefined ||
        owner.meta.uid === undefined ||
        each.uid === owner.meta.uid),
  );
}
