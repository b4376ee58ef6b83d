import type { StoreChange } from './StoreChange';

/** Where a reflector puts what it reads; whatever changes it returns what has changed. */
export interface KindWriter {
  /** ADDED and MODIFIED are the same to us: the object is now like this. */
  put(raw: unknown): StoreChange;
  /** Read only for its key. */
  remove(raw: unknown): StoreChange;
  clear(): StoreChange;
  /** A new list, piece by piece. Nothing of the old is gone before `commit`. */
  relist(): {
    add(items: readonly unknown[]): void;
    commit(): StoreChange;
  };
}
