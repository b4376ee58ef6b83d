import type { LogGapCause } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import type { Bell } from './Bell';
import type { LogBuffer } from './LogBuffer';
import type { LogPlace } from './LogPlace';
import { timeOf } from './RawLine';
import { SET_BACK_MS } from './sinceOf';

/** A log that stands still for so long, before the place has come, may have lost it. */
const STANDS_STILL_MS = 1_000;

interface Found {
  /** Where to go on. */
  readonly entry: number;
  /** The place is not there any more: lines may be missing before that entry. */
  readonly gap?: LogGapCause;
}

/**
 * Where a reader goes on after a place, while the log is still being read from its beginning. By position: what stands
 * behind the place is new, whatever its time; and when the place is gone, because the beginning of the log is, all that is
 * left is new. That it is gone, the cluster is asked: a log may stand still because its connection does.
 */
export async function findPlace(
  place: LogPlace,
  options: {
    readonly buffer: LogBuffer;
    readonly clock: Clock;
    readonly news: Bell;
    readonly isOver: () => boolean;
    /** Asks the cluster for it; undefined when it cannot be asked now. */
    readonly isThere: () => Promise<boolean | undefined>;
    /** Told of how far the search has come. */
    readonly looked: (entry: number) => void;
    readonly signal: AbortSignal;
  },
): Promise<Found> {
  const { buffer, clock, news, isOver, isThere, looked, signal } = options;
  let from = buffer.first;
  for (;;) {
    const entry = buffer.find(place, from);
    if (entry !== undefined) return { entry: entry + 1 };
    from = buffer.next;
    looked(from);
    if (isOver()) break;
    const came = await within(news.next(signal), clock, signal);
    if (came && !isFarAfter(place, buffer)) continue;
    if ((await isThere()) !== false) await clock.sleep(STANDS_STILL_MS, signal);
    // What has come meanwhile was written before: it is looked through first.
    else if (buffer.find(place, from) === undefined) break;
  }
  return {
    entry: behindTime(place.at, buffer),
    gap: buffer.first > 0 ? 'not-held' : 'rotated',
  };
}

/** Whether news came before the log had stood still. */
async function within(
  news: Promise<void>,
  clock: Clock,
  signal: AbortSignal,
): Promise<boolean> {
  const patience = new AbortController();
  const still = clock.sleep(
    STANDS_STILL_MS,
    AbortSignal.any([signal, patience.signal]),
  );
  try {
    return await Promise.race([news.then(() => true), still.then(() => false)]);
  } finally {
    patience.abort();
    // Whichever lost is waited for by nobody; the news may be that the caller has gone.
    news.catch(() => undefined);
    still.catch(() => undefined);
  }
}

function isFarAfter({ at }: LogPlace, buffer: LogBuffer): boolean {
  for (const newest of buffer.raw(buffer.next - 1)) {
    return Date.parse(timeOf(newest)) - Date.parse(at) > SET_BACK_MS;
  }
  return false;
}

/** Lines of just this time may have been told: their number cannot be known when some of them are gone. */
function behindTime(at: string, buffer: LogBuffer): number {
  let entry = buffer.first;
  for (const line of buffer.raw(buffer.first)) {
    if (timeOf(line) !== at) break;
    entry = line.entry + 1;
  }
  return entry;
}
