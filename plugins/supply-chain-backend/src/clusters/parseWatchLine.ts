import { fieldOf } from './fieldOf';
import { isRecord } from './isRecord';
import { MalformedObject } from './MalformedObject';
import { parseObject } from './parseObject';
import type { WatchEvent } from './WatchEvent';
import { withoutManagedFields } from './withoutManagedFields';

/**
 * A line of a watch; an ERROR line keeps its Status apart, undefined is no watch line at all. When only the object in it
 * cannot be parsed, a `MalformedObject` with its name stands for it.
 */
export function parseWatchLine(
  line: Buffer,
):
  | WatchEvent
  | { readonly type: 'ERROR'; readonly status: unknown }
  | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(withoutManagedFields(line));
  } catch {
    parsed = saved(line);
  }
  if (!isRecord(parsed)) return undefined;
  const { type, object } = parsed;
  switch (type) {
    case 'ERROR':
      return { type, status: object };
    case 'BOOKMARK': {
      const resourceVersion = versionOf(object);
      if (resourceVersion === undefined) return undefined;
      return endsInitialEvents(object)
        ? { type, resourceVersion, initialEnd: true }
        : { type, resourceVersion };
    }
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
      return { type, object, resourceVersion: versionOf(object) };
    default:
      return undefined;
  }
}

/** Without a name we would not know what has changed: such a line is given up, and with it the watch. */
function saved(line: Buffer): unknown {
  const type = fieldOf(line, 'type')?.toString('utf8').slice(1, -1);
  const bytes = fieldOf(line, 'object');
  const object = bytes && parseObject(bytes);
  if (!(object instanceof MalformedObject)) return undefined;
  const { metadata } = object;
  return isRecord(metadata) && typeof metadata.name === 'string'
    ? { type, object }
    : undefined;
}

function endsInitialEvents(bookmark: unknown): boolean {
  const metadata = isRecord(bookmark) ? bookmark.metadata : undefined;
  const annotations = isRecord(metadata) ? metadata.annotations : undefined;
  return (
    isRecord(annotations) && annotations['k8s.io/initial-events-end'] === 'true'
  );
}

function versionOf(object: unknown): string | undefined {
  const metadata = isRecord(object) ? object.metadata : undefined;
  const version = isRecord(metadata) ? metadata.resourceVersion : undefined;
  return typeof version === 'string' && version !== '' ? version : undefined;
}
