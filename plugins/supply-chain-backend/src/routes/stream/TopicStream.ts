import { setMaxListeners } from 'node:events';
import {
  MAX_TOPICS,
  type StreamMessage,
  type Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { AUTHORISE_MS } from '../../access/AUTHORISE_MS';
import type { Caller } from '../../access/Caller';
import type { Clock } from '../../clock/Clock';
import { Dirty } from '../../clock/Dirty';
import type { TopicServices } from './TopicServices';
import { ToldTopic } from './ToldTopic';
import { viewTopicOf } from './viewTopicOf';

/** Shortest time between two views of one topic: ten a second are more than anybody reads. */
export const COALESCE_MS = 100;

/** Proxies cut a connection that is silent for 60 s, some for 30 s. */
export const HEARTBEAT_MS = 15_000;

/**
 * The first one comes early. A proxy that holds back what does not fill its buffer lets a large first view pass and then
 * nothing: a reader who misses this beat knows.
 */
export const FIRST_HEARTBEAT_MS = 1_000;

/** A reader who takes no message for so long has stopped: when it goes on it is given the whole view, and we keep none for it. */
export const STOPPED_MS = 5_000;

/** Pictures of thousands of images: each is compared with the one before. */
const COALESCE_FLEET_MS = 500;

function coalesceMs({ type }: Topic): number {
  return type === 'builders' || type === 'builder' || type === 'images'
    ? COALESCE_FLEET_MS
    : COALESCE_MS;
}

type Bye = Extract<StreamMessage, { type: 'bye' }>['because'];

interface TopicStreamOptions extends TopicServices {
  readonly topics: readonly Topic[];
  readonly clock: Clock;
  /** A reader is here: keeps the live copy awake. */
  readonly touch: () => void;
  /** Resolves when the reader can take more; so a slow one is told the newest view and misses those between. */
  readonly write: (
    message: StreamMessage,
    signal: AbortSignal,
  ) => Promise<void>;
}

/** Tells the views of some topics, first and after each change, until the signal aborts or the time is over. */
export class TopicStream {
  readonly #options: TopicStreamOptions;
  readonly #topics: readonly { topic: Topic; dirty: Dirty }[];
  /** Who reads: another object with every round of authorisation, as permissions are remembered for one. */
  #as: Caller | undefined;

  constructor(options: TopicStreamOptions) {
    this.#options = options;
    this.#topics = options.topics.map(topic => ({ topic, dirty: new Dirty() }));
  }

  /** Resolves with why the stream ends: nothing may be read any more, its time is over, the backend stops, or (undefined) the caller has left. */
  async run(
    as: Caller,
    until: { readonly at: number; readonly because: Bye },
    shutdown: AbortSignal,
  ): Promise<Bye | undefined> {
    const { clock, changes, mayRead } = this.#options;
    const ending = new AbortController();
    // Two listeners a topic at most, all taken away again below.
    setMaxListeners(4 * MAX_TOPICS, ending.signal);
    const stop = () => ending.abort();
    as.signal.addEventListener('abort', stop, { once: true });
    shutdown.addEventListener('abort', stop, { once: true });
    if (as.signal.aborted || shutdown.aborted) stop();
    const { signal } = ending;
    let because = until.because;
    let leave: (() => void)[] = [];
    let loops: Promise<unknown>[] = [];
    this.#as = as;
    try {
      if (!(await mayRead(as))) {
        await this.#tellOnce(as, signal);
        return 'denied';
      }
      leave = this.#topics.map(({ topic, dirty }) =>
        changes.onChange(viewTopicOf(topic), () => dirty.mark()),
      );
      loops = [
        ...this.#topics.map(each => this.#tell(each.topic, each.dirty, signal)),
        this.#beat(signal),
        this.#authorise(as, signal).then(() => {
          because = 'denied';
        }),
      ];
      await Promise.race([
        clock.sleep(Math.max(0, until.at - clock.now()), signal),
        ...loops,
      ]);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      leave.forEach(each => each());
      stop();
      as.signal.removeEventListener('abort', stop);
      shutdown.removeEventListener('abort', stop);
      await Promise.allSettled(loops);
    }
    if (as.signal.aborted) return undefined;
    return shutdown.aborted ? 'shutdown' : because;
  }

  async #tell(topic: Topic, dirty: Dirty, signal: AbortSignal): Promise<void> {
    const { clock, topicReader, write } = this.#options;
    const told = new ToldTopic(topic);
    for (;;) {
      await dirty.taken(signal);
      const as = this.#as;
      if (!as) return;
      const message = told.tell(await topicReader.read(topic, as));
      signal.throwIfAborted();
      if (message) {
        const began = clock.now();
        await write(message, signal);
        if (clock.now() - began >= STOPPED_MS) told.forgetView();
      }
      await clock.sleep(coalesceMs(topic), signal);
    }
  }

  /** To who may read nothing: what every other answer says to them too, and goodbye. */
  async #tellOnce(as: Caller, signal: AbortSignal): Promise<void> {
    const { topicReader, write } = this.#options;
    for (const { topic } of this.#topics) {
      const state = await topicReader.read(topic, as);
      const message = new ToldTopic(topic).tell(state);
      if (message) await write(message, signal);
    }
  }

  async #beat(signal: AbortSignal): Promise<void> {
    const { clock, touch, write } = this.#options;
    for (let ms = FIRST_HEARTBEAT_MS; ; ms = HEARTBEAT_MS) {
      await clock.sleep(ms, signal);
      touch();
      await write({ type: 'heartbeat' }, signal);
    }
  }

  /** Resolves when the caller may read nothing at all any more. */
  async #authorise(as: Caller, signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.#options.clock.sleep(AUTHORISE_MS, signal);
      const again = { ...as };
      if (!(await this.#options.mayRead(again))) return;
      this.#as = again;
      for (const { dirty } of this.#topics) dirty.mark();
    }
  }
}
