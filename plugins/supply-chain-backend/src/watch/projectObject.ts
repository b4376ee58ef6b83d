import { MalformedObject } from '../clusters/MalformedObject';
import { objectKey } from './objectKey';
import { readMetadata } from './readMetadata';
import type { StoredObject } from './StoredObject';
import { Unreadable } from './Unreadable';
import type { WatchedKind } from './WatchedKind';

const NAMELESS = '(no name)';

/**
 * A raw object -> what we hold of it. Never throws: one odd object must not stop a list or a watch.
 * `known` is what we hold under its key: the same version of it is not read again.
 */
export function projectObject<T>(
  kind: WatchedKind<T>,
  raw: unknown,
  known: (key: string) => StoredObject<T> | undefined,
): StoredObject<T> {
  const { namespace, name, uid, resourceVersion } = readMetadata(raw);
  const key = objectKey(namespace, name ?? uid ?? NAMELESS);
  const before = known(key);
  if (
    before &&
    uid !== undefined &&
    resourceVersion !== undefined &&
    before.uid === uid &&
    before.resourceVersion === resourceVersion
  ) {
    return before;
  }
  return { key, uid, resourceVersion, content: contentOf() };

  function contentOf(): StoredObject<T>['content'] {
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
  }

  function unreadable(says: string): StoredObject<T>['content'] {
    return {
      readable: false,
      unreadable: { namespace, name: name ?? NAMELESS, says },
    };
  }
}
