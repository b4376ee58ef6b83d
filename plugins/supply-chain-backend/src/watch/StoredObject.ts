import type { UnreadableObject } from './UnreadableObject';

/** An object of the cluster as we hold it: trimmed, or the reason why it cannot be shown. */
export interface StoredObject<T> {
  readonly key: string;
  readonly uid: string | undefined;
  readonly resourceVersion: string | undefined;
  readonly content:
    | { readonly readable: true; readonly object: T }
    | { readonly readable: false; readonly unreadable: UnreadableObject };
}
