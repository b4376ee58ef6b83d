import type { ObjectMeta } from '../model/objects/ObjectMeta';
import { readObjectMeta } from '../model/objects/readObjectMeta';

/** Of an object that may be anything; undefined where it has no name and namespace. */
export function metaOf(raw: unknown): ObjectMeta | undefined {
  try {
    return readObjectMeta(raw, 'namespaced');
  } catch {
    return undefined;
  }
}
