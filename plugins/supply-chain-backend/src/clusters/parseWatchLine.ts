import { isRecord } from './isRecord';
import type { WatchEvent } from './WatchEvent';

/** A line of a watch; an ERROR line keeps its Status apart, undefined is no watch line at all. */
export function parseWatchLine(
  line: string,
):
  | WatchEvent
  | { readonly type: 'ERROR'; readonly status: unknown }
  | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isRecord(parsed)) return undefined;
  const { type, object } = parsed;
  switch (type) {
    case 'ERROR':
      return { type, status: object };
    case 'BOOKMARK': {
      const resourceVersion = versionOf(object);
      return resourceVersion === undefined
        ? undefined
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

function versionOf(object: unknown): string | undefined {
  const metadata = isRecord(object) ? object.metadata : undefined;
  const version = isRecord(metadata) ? metadata.resourceVersion : undefined;
  return typeof version === 'string' && version !== '' ? version : undefined;
}
