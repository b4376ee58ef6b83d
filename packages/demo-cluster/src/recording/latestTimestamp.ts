import { isInstant } from '../instants/isInstant.ts';
import type { RecordedKind } from './Recording.ts';

/** The last instant that the objects name in what was written to them: the end of the recording, whoever made it. */
export function latestTimestamp(kinds: readonly RecordedKind[]): number {
  let latest = 0;
  for (const { objects } of kinds)
    for (const { metadata } of objects) {
      const written = [
        metadata.creationTimestamp,
        ...fieldTimes(metadata.managedFields),
      ];
      for (const text of written)
        if (typeof text === 'string' && isInstant(text))
          latest = Math.max(latest, Date.parse(text));
    }
  return latest || Date.now();
}

function fieldTimes(managedFields: unknown): unknown[] {
  return Array.isArray(managedFields)
    ? managedFields.map((field: { time?: unknown } | null) => field?.time)
    : [];
}
