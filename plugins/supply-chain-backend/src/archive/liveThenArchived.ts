import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { REST_GONE } from '../logs/REST_GONE';
import type { KeptBuild } from './KeptBuilds';

/**
 * Milliseconds that a reader waits for a build to be in the archive: one whose pod has gone under the reader as long as
 * archiving its last step may take, one whose pod was not there before as long as it takes to notice that.
 */
const WAIT_MS = { goneNow: 10_000, goneBefore: 2_000 } as const;

/** Milliseconds between two looks, as the one who archives may be another replica. */
const LOOK_MS = 500;

interface Options {
  readonly live: AsyncIterable<LogMessage>;
  readonly mayBeArchived: (error: unknown) => boolean;
  readonly find: () => Promise<KeptBuild | undefined>;
  /** Goes on after a cursor. */
  readonly archived: (
    kept: KeptBuild,
    after: string | undefined,
  ) => Promise<AsyncIterable<LogMessage>>;
  readonly clock: Clock;
}

/** What comes out of the pod, and when that goes away in the middle what the archive has after it: nothing twice, nothing left out. */
export async function* liveThenArchived(
  options: Options,
  signal: AbortSignal,
): AsyncGenerator<LogMessage> {
  const { archived } = options;
  const iterator = options.live[Symbol.asyncIterator]();
  let cursor: string | undefined;
  try {
    for (;;) {
      const next = await messageOrKept(options, iterator, cursor, signal);
      if ('build' in next) {
        yield* await archived(next, cursor);
        return;
      }
      if (next.done) return;
      const message = next.value;
      if (message.type === 'lines') cursor = message.cursor;
      if (saysPodGone(message)) {
        const kept = await settled(options, WAIT_MS.goneNow, signal).catch(
          () => undefined,
        );
        signal.throwIfAborted();
        if (kept) {
          yield* await archived(kept, cursor);
          return;
        }
      }
      yield message;
    }
  } finally {
    // Not awaited: it may be waiting for its upstream, which the caller's signal ends.
    void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

function saysPodGone(message: LogMessage): boolean {
  if (message.type !== 'gap') return false;
  return message.because === 'pod-gone' || message.says === REST_GONE;
}

/** The next message, or what the archive has when there can be none. */
async function messageOrKept(
  options: Options,
  iterator: AsyncIterator<LogMessage>,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<IteratorResult<LogMessage> | KeptBuild> {
  try {
    return await iterator.next();
  } catch (error) {
    if (!options.mayBeArchived(error)) throw error;
    const waitMs = cursor === undefined ? WAIT_MS.goneBefore : WAIT_MS.goneNow;
    const kept = await settled(options, waitMs, signal);
    if (!kept) throw error;
    return kept;
  }
}

/** The build once nothing more will come into the archive; undefined when it does not know of it, or it takes too long. */
async function settled(
  { clock, find }: Options,
  waitMs: number,
  signal: AbortSignal,
): Promise<KeptBuild | undefined> {
  for (let waited = 0; ; waited += LOOK_MS) {
    const kept = await find();
    if (kept?.build.settled) return kept;
    if (waited >= waitMs) return undefined;
    await clock.sleep(LOOK_MS, signal);
  }
}
