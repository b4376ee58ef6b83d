import { LOST } from './LOST';
import type { LogEntry } from './LogBuffer';
import { ResumeFilter, type LogPlace } from './ResumeFilter';

/** What comes after a place, of a log that is read from its beginning. */
export async function* resumed(
  batches: AsyncIterable<readonly LogEntry[]>,
  place: LogPlace | undefined,
): AsyncGenerator<readonly LogEntry[]> {
  const filter = new ResumeFilter(place);
  for await (const batch of batches) {
    const entries = batch.flatMap(entry => after(filter, entry));
    if (entries.length > 0) yield entries;
  }
  const { lines, gap } = filter.finish();
  if (lines.length > 0) yield gap ? [LOST, ...lines] : lines;
}

function after(filter: ResumeFilter, entry: LogEntry): readonly LogEntry[] {
  // What was missing before the place, the viewer has been told already.
  if ('gap' in entry) return filter.found ? [entry] : [];
  const { lines, gap } = filter.read([entry]);
  return gap ? [LOST, ...lines] : lines;
}
