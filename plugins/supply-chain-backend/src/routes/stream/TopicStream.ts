import { setMaxListeners } from 'node:events';
import {
  MAX_TOPICS,
  type StreamMessage,
  type Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Caller } from '../../access/Caller';
import type { Clock } from '../../clock/Clock';
import type { SupplyChainReader } from '../../service/SupplyChainReader';
import type { LiveCopy } from '../../watch/LiveCopy';
import { etag } from '../../service/etag';
import { toApiFailure } from '../toApiFailure';
import { Dirty } from '../../clock/Dirty';
import { readTopic } from './readTopic';
import { touches } from './touches';

/** Shortest time between two views of one topic: ten a second are more than anybody reads. */
export const COALESCE_MS = 100;

/** Proxies cut a connection that is silent for 60 s, some for 30 s. */
export const HEARTBEAT_MS = 15_000;

/** Every view is read again, with permissions asked anew, at least this often: a right taken away ends here. */
export const AUTHORISE_MS = 60_000;

type Bye = Extract<StreamMessage, { type: 'bye' }>['because'];

interface TopicStreamOptions {
  readonly topics: readonly Topic[];
  readonly reader: SupplyChainReader<Caller>;
  readonly copy: Pick<LiveCopy, 'onChange' | 'touch'>;
  readonly clock: Clock;
  /** Resolves when the reader can take more; so a slow one is told the newest view and misses those between. */
  readonly write: (
    message: StreamMessage,
    signal: AbortSignal,
  ) => Promise<void>;
  readonly reportUnexpected: (error: unknown) => void;
}

/** Tells the views of some topics, first and after each change, until the signal aborts or the time is over. */
export class TopicStream {
  readonly #options: TopicStreamOptions;
  readonly #topics: readonly { topic: Topic; dirty: Dirty }[];

  constructor(options: TopicStreamOptions) {
    this.#options = options;
    this.#topics = options.topics.map(topic => ({ topic, dirty: new Dirty() }));
  }

  /** Resolves with why the stream ends: its time is over, the backend stops, or (undefined) the caller has left. */
  async run(
    as: Caller,
    until: { readonly at: number; readonly because: Bye },
    shutdown: AbortSignal,
  ): Promise<Bye | undefined> {
    const { clock, copy, write } = this.#options;
    const ending = new AbortController();
    // Two listeners a topic at most, all taken away again below.
    setMaxListeners(4 * MAX_TOPICS, ending.signal);
    const stop = () => ending.abort();
    as.signal.addEventListener('abort', stop, { once: true });
    shutdown.addEventListener('abort', stop, { once: true });
    if (as.signal.aborted || shutdown.aborted) stop();
    const unsubscribe = copy.onChange(change => {
      for (const { topic, dirty } of this.#topics) {
        if (touches(change, topic)) dirty.mark();
      }
    });
    const { signal } = ending;
    const loops = [
      ...this.#topics.map(each =>
        this.#tell(each.topic, each.dirty, as, signal),
      ),
      this.#every(HEARTBEAT_MS, signal, async () => {
        copy.touch();
        await write({ type: 'heartbeat' }, signal);
      }),
      this.#every(AUTHORISE_MS, signal, async () => {
        for (const { dirty } of this.#topics) dirty.mark();
      }),
    ];
    try {
      await Promise.race([
        clock.sleep(Math.max(0, until.at - clock.now()), signal),
        ...loops,
      ]);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      unsubscribe();
      stop();
      as.signal.removeEventListener('abort', stop);
      shutdown.removeEventListener('abort', stop);
      await Promise.allSettled(loops);
    }
    if (as.signal.aborted) return undefined;
    return shutdown.aborted ? 'shutdown' : until.because;
  }

  async #tell(
    topic: Topic,
    dirty: Dirty,
    as: Caller,
    signal: AbortSignal,
  ): Promise<void> {
    let told: string | undefined;
    for (;;) {
      await dirty.taken(signal);
      const message = await this.#message(topic, as);
      signal.throwIfAborted();
      const version =
        message.type === 'view' ? message.version : JSON.stringify(message);
      if (version !== told) {
        await this.#options.write(message, signal);
        told = version;
      }
      await this.#options.clock.sleep(COALESCE_MS, signal);
    }
  }

  async #message(
    topic: Topic,
    as: Caller,
  ): Promise<Extract<StreamMessage, { type: 'view' | 'error' }>> {
    const { id } = topic;
    try {
      const view = await readTopic(topic, this.#options.reader, as);
      return { type: 'view', id, version: etag(JSON.stringify(view)), view };
    } catch (error) {
      const failure = toApiFailure(error);
      if (failure.unexpected && !as.signal.aborted) {
        this.#options.reportUnexpected(error);
      }
      return { type: 'error', id, error: failure.error };
    }
  }

  async #every(
    ms: number,
    signal: AbortSignal,
    work: () => Promise<void>,
  ): Promise<void> {
    for (;;) {
      await this.#options.clock.sleep(ms, signal);
      await work();
    }
  }
}
