import { MalformedObject } from '../clusters/MalformedObject';
import type { ObjectIdentity } from './identifyObject';
import { Unreadable } from './Unreadable';
import type { UnreadableObject } from './UnreadableObject';
import type { WatchedKind } from './WatchedKind';

/** An object of the cluster as we hold it: trimmed, or the reason why it cannot be shown. */
export type ProjectedObject<T> =
  | { readonly readable: true; readonly object: T }
  | { readonly readable: false; readonly unreadable: UnreadableObject };

/** A raw object -> what we hold of it. Never throws: one odd object must not stop a list or a watch. */
export function projectObject<T>(
  kind: WatchedKind<T>,
  raw: unknown,
  { namespace, name }: ObjectIdentity,
): ProjectedObject<T> {
  if (raw instanceof MalformedObject) return unreadable(raw.says);
  if (name === undefined) return unreadable('metadata.name is missing');
  if (kind.namespaced && namespace === undefined) {
    return unreadable('metadata.namespace is missing');
  }
  try {
    return { readable: true, object: kind.read(raw) };
  } catch (error) {
    return unreadable(
      error instanceof Unreadable ? error.message : 'its shape is not known',
    );
  }

  function unreadable(says: string): ProjectedObject<T> {
    return {
      readable: false,
      unreadable: { namespace, name: name ?? '(no name)', says },
    };
  }
}
