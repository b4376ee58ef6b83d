import type {
  ArchivedBecause,
  LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { REST_GONE } from '../logs/REST_GONE';
import { heldSteps } from './heldSteps';
import type { KeptBuild } from './KeptBuild';
import { keptSteps } from './keptSteps';
import { ToldLog } from './ToldLog';

/**
 * Milliseconds that a reader waits for a build to be in the archive: one whose pod has gone under the reader as long as
 * archiving its last step may take, one whose pod was not there before as long as it takes to notice that.
 */
const WAIT_MS = { goneNow: 10_000, goneBefore: 2_000 } as const;

/** Milliseconds between two looks, as the one who archives may be another replica. */
const LOOK_MS = 500;

/** Milliseconds that a log stands still whose cluster does not answer: what had come from there before is told first. */
const STILL_MS = 1_000;

/** Milliseconds until the archive is asked again for a log of a cluster that another replica may still reach. */
const LOST_LOOK_MS = 5_000;

type Messages = AsyncIterable<LogMessage>;

/** What of a log can be out of the archive, and why it is. */
interface Held {
  readonly kept: KeptBuild;
  readonly because: ArchivedBecause;
}

interface Options {
  /** The step that is followed; absent: all. */
  readonly step?: string | undefined;
  /** Where the reader begins. */
  readonly from?: string | undefined;
  /** Reads on out of the pod; when the signal aborts, nobody waits for it any more. */
  readonly live: (
    after: string | undefined,
    signal: AbortSignal,
  ) => Promise<Messages>;
  /** Why the archive may stand in for what failed so; undefined when it may not. */
  readonly reasonIn: (error: unknown) => ArchivedBecause | undefined;
  /** Resolves when the cluster is known not to answer. */
  readonly lost: (signal: AbortSignal) => Promise<void>;
  readonly find: () => Promise<KeptBuild | undefined>;
  /** Goes on after a cursor; with a step, no other is told. */
  readonly archived: (
    held: Held & { readonly step?: string | undefined },
    after: string | undefined,
  ) => Promise<Messages>;
  readonly clock: Clock;
}

/**
 * What comes out of the pod, and when that goes away in the middle, or the cluster is known not to answer, what the archive
 * has after it: nothing twice, nothing left out. Of a build that has not ended in the archive the steps that are there, and
 * then the pod again.
 */
export async function* liveThenArchived(
  options: Options,
  first: { readonly messages: Messages; readonly leave: () => void },
  signal: AbortSignal,
): AsyncGenerator<LogMessage> {
  const told = new ToldLog(options.from);
  let { messages, leave } = first;
  for (;;) {
    let held: Held | undefined;
    try {
      held = yield* untilHeld(options, told, messages, signal);
    } finally {
      leave();
    }
    if (!held) return;
    if (isWhole(held.kept, options)) {
      yield* await options.archived(held, told.cursor);
      return;
    }
    if ((yield* stepsOf(held, told, options)) === 'to be continued') return;
    const reading = new AbortController();
    leave = () => reading.abort();
    messages = await options.live(
      told.cursor,
      AbortSignal.any([signal, reading.signal]),
    );
  }
}

/** Those steps that the archive has, and nothing of others. */
async function* stepsOf(
  held: Held,
  told: ToldLog,
  { archived, step: only }: Options,
): AsyncGenerator<LogMessage, 'told' | 'to be continued'> {
  const { kept } = held;
  const steps = heldSteps(kept, wanted(told, only));
  const view = { ...kept.build.view, steps: [...steps] };
  const part = { ...kept, build: { ...kept.build, view } };
  for (const { name } of steps) {
    const after = told.cursor;
    const messages = await archived({ ...held, kept: part, step: name }, after);
    for await (const message of messages) {
      // Of the build as a whole, which the archive does not know.
      if (message.type === 'steps') continue;
      if (message.type === 'end' && !message.resume) continue;
      told.note(message);
      yield message;
      if (message.type === 'end') return 'to be continued';
    }
    told.note({ type: 'step-end', step: name });
  }
  return 'told';
}

/** The messages of the pod until the archive can stand in for it; undefined when nothing more is to be told. */
async function* untilHeld(
  options: Options,
  told: ToldLog,
  messages: Messages,
  signal: AbortSignal,
): AsyncGenerator<LogMessage, Held | undefined> {
  const iterator = messages[Symbol.asyncIterator]();
  const tellsMore = (kept: KeptBuild) =>
    isWhole(kept, options) ||
    heldSteps(kept, wanted(told, options.step)).length > 0;
  let stillMs = STILL_MS;
  let coming: Promise<IteratorResult<LogMessage>> | undefined;
  try {
    for (;;) {
      coming ??= iterator.next();
      const news = await nextNews(coming, stillMs, options, signal);
      if ('lost' in news) {
        stillMs = LOST_LOOK_MS;
        const kept = await options.find().catch(() => undefined);
        signal.throwIfAborted();
        if (kept && tellsMore(kept)) {
          return { kept, because: 'cluster-unreachable' };
        }
        continue;
      }
      stillMs = STILL_MS;
      coming = undefined;
      if ('error' in news) {
        const because = options.reasonIn(news.error);
        if (!because) throw news.error;
        const waitMs =
          told.cursor === options.from ? WAIT_MS.goneBefore : WAIT_MS.goneNow;
        // Nobody archives more of a cluster that cannot be asked.
        const isEnough = (kept: KeptBuild) =>
          because === 'cluster-unreachable' && tellsMore(kept);
        const kept = await settled(options, waitMs, signal, isEnough);
        if (!kept || !tellsMore(kept)) throw news.error;
        return { kept, because };
      }
      if (news.next.done) return undefined;
      const message = news.next.value;
      if (saysPodGone(message)) {
        const kept = await settled(options, WAIT_MS.goneNow, signal).catch(
          () => undefined,
        );
        signal.throwIfAborted();
        if (kept && isWhole(kept, options)) {
          return { kept, because: 'pod-gone' };
        }
      }
      told.note(message);
      yield message;
    }
  } finally {
    coming?.catch(() => undefined);
    // Not awaited: it may be waiting for its upstream, which its signal ends.
    void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

type News =
  | { readonly next: IteratorResult<LogMessage> }
  | { readonly error: unknown }
  /** Nothing has come for a while, and the cluster is known not to answer. */
  | { readonly lost: true };

async function nextNews(
  coming: Promise<IteratorResult<LogMessage>>,
  stillMs: number,
  { clock, lost }: Options,
  signal: AbortSignal,
): Promise<News> {
  const over = new AbortController();
  const waiting = AbortSignal.any([signal, over.signal]);
  try {
    return await Promise.race([
      coming.then(
        next => ({ next }),
        (error: unknown) => ({ error }),
      ),
      lost(waiting)
        .then(() => clock.sleep(stillMs, waiting))
        .then(
          () => ({ lost: true as const }),
          // Only by an abort: then what is coming ends by itself.
          () => new Promise<never>(() => undefined),
        ),
    ]);
  } finally {
    over.abort();
  }
}

/** It has ended, and the archive has something of what is followed. */
function isWhole(kept: KeptBuild, { step }: Options): boolean {
  return kept.build.settled && keptSteps(kept, step).length > 0;
}

function wanted(told: ToldLog, only: string | undefined) {
  return told.left.filter(({ name }) => only === undefined || name === only);
}

function saysPodGone(message: LogMessage): boolean {
  if (message.type !== 'gap') return false;
  return message.because === 'pod-gone' || message.says === REST_GONE;
}

/** The build once nothing more will come into the archive, or as it is when that takes too long; undefined when it does not know of it. */
async function settled(
  { clock, find }: Options,
  waitMs: number,
  signal: AbortSignal,
  isEnough: (kept: KeptBuild) => boolean = () => false,
): Promise<KeptBuild | undefined> {
  for (let waited = 0; ; waited += LOOK_MS) {
    const kept = await find();
    if (kept && (kept.build.settled || isEnough(kept))) return kept;
    if (waited >= waitMs) return kept;
    await clock.sleep(LOOK_MS, signal);
  }
}
