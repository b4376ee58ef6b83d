import type { WatchedKind } from './WatchedKind';

/** `index` + newline + `key` for every key under which an object can be found; each once. */
export function indexEntries<T>(
  indexes: WatchedKind<T>['indexes'],
  object: T,
): readonly string[] {
  const entries = new Set<string>();
  for (const [index, keysOf] of Object.entries(indexes)) {
    for (const key of keysOf(object)) entries.add(`${index}\n${key}`);
  }
  return [...entries];
}
