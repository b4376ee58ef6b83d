import type { LogGapCause } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { NotFound } from '../clusters/errors/NotFound';
import type { Bell } from './Bell';
import { compareTimes } from './compareTimes';
import type { LogBuffer } from './LogBuffer';
import type { LogPlace } from './LogPlace';
import type { LookedFor } from './LookedFor';
import { isSameLine, timeOf, type RawLine } from './RawLine';
import { SET_BACK_MS } from './sinceOf';

/** A log that stands still for so long, before the place has come, may have lost it. */
const STANDS_STILL_MS = 1_000;

/** ms. How long a cluster is asked that does not answer, of a log that is over: as long as an API server's restart takes. */
const GIVE_UP_MS = 60_000;

interface Found {
  /** Where to go on. */
  readonly entry: number;
  /** Lines may be missing before that entry. */
  readonly gap?: LogGapCause;
}

/**
 * Where a reader goes on after a place, while the log is still being read from its beginning. By position: what stands
 * behind the place is new, whatever its time. The place may have been thrown away by the cluster, or forgotten here: then
 * the cluster is asked what comes after it, and the reader goes on where we have that. A log that stands still does not
 * tell: its connection may do.
 */
export async function findPlace(
  place: LogPlace,
  options: {
    readonly buffer: LogBuffer;
    readonly clock: Clock;
    readonly news: Bell;
    readonly isOver: () => boolean;
    /** Asks the cluster for it, and whether the line comes after it; undefined when it cannot be asked now. */
    readonly ask: (
      known: RawLine | undefined,
    ) => Promise<LookedFor | undefined>;
    /** Told of how far the search has come. */
    readonly looked: (entry: number) => void;
    readonly signal: AbortSignal;
  },
): Promise<Found> {
  const { buffer, clock, news, isOver, ask, looked, signal } = options;
  let from = buffer.first;
  let mayBeForgotten = from > 0;
  let overSince: number | undefined;
  for (;;) {
    const entry = buffer.find(place, from);
    if (entry !== undefined) return { entry: entry + 1 };
    from = buffer.next;
    looked(from);
    const over = isOver();
    if (!over && !mayBeForgotten) {
      const came = await within(news.next(signal), clock, signal);
      if (came && !isFarAfter(place, buffer)) continue;
    }
    mayBeForgotten = false;
    const said = await ask(oldest(buffer)).catch((error: unknown) => {
      // Of a log that is over, the pod may be gone.
      if (over && error instanceof NotFound) return 'gone' as const;
      throw error;
    });
    // What has come meanwhile was written before: it is looked through first.
    if (buffer.find(place, from) !== undefined) continue;
    if (said === 'gone') return byTime(place, buffer);
    const found = said && inBuffer(said, buffer);
    if (found) return found;
    if (over && said) return nothingLeft(said, buffer);
    if (over) {
      overSince ??= clock.now();
      if (clock.now() - overSince >= GIVE_UP_MS) return byTime(place, buffer);
    }
    await clock.sleep(STANDS_STILL_MS, signal);
  }
}

/** The oldest line that is held, where older ones have been forgotten. */
function oldest(buffer: LogBuffer): RawLine | undefined {
  if (buffer.first === 0) return undefined;
  for (const { bytes, ...line } of buffer.raw(buffer.first)) {
    return { ...line, bytes: Buffer.from(bytes) };
  }
  return undefined;
}

/** Where what comes after the place is held, if it is. */
function inBuffer(
  { isThere, after, isBefore }: LookedFor,
  buffer: LogBuffer,
): Found | undefined {
  const gap = gapOf(isThere, buffer);
  // Of an entry that was forgotten while the cluster was asked, the next one is as good.
  if (isBefore) return { entry: buffer.first, gap };
  for (const held of buffer.raw(buffer.first)) {
    const index = after.findIndex(line => isSameLine(line, held));
    if (index < 0) continue;
    return isThere && index === 0
      ? { entry: held.entry }
      : { entry: held.entry, gap };
  }
  return undefined;
}

function gapOf(isThere: boolean, { first }: LogBuffer): LogGapCause {
  return isThere || first > 0 ? 'not-held' : 'rotated';
}

/** A log that has come to its end without the place, or anything after it: that is all there was. */
function nothingLeft({ isThere }: LookedFor, buffer: LogBuffer): Found {
  const entry = buffer.next;
  return isThere ? { entry } : { entry, gap: gapOf(isThere, buffer) };
}

/** Nobody knows what comes after the place: whatever carries a later time. */
function byTime({ at }: LogPlace, buffer: LogBuffer): Found {
  const gap = gapOf(false, buffer);
  for (const line of buffer.raw(buffer.first)) {
    const time = timeOf(line);
    if (time !== '' && compareTimes(time, at) > 0) {
      return { entry: line.entry, gap };
    }
  }
  return { entry: buffer.next, gap };
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
