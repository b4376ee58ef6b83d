import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../../clock/Clock';
import { toApiFailure } from '../toApiFailure';
import { HEARTBEAT_MS } from './TopicStream';

/** Too many requests, cluster not reachable: worth coming back for. */
const PASSING = new Set([429, 503]);

interface FollowStreamOptions {
  readonly clock: Clock;
  readonly write: (message: LogMessage, signal: AbortSignal) => Promise<void>;
  readonly reportUnexpected: (error: unknown) => void;
}

/** Passes messages on as fast as the reader takes them, with heartbeats between, until they or the time end. */
export class FollowStream {
  readonly #options: FollowStreamOptions;

  constructor(options: FollowStreamOptions) {
    this.#options = options;
  }

  /** Resolves with the last message to be written, undefined when the caller has left. */
  async run(
    messages: AsyncIterable<LogMessage>,
    until: number,
    leaving: AbortSignal,
    shutdown: AbortSignal,
  ): Promise<LogMessage | undefined> {
    const { clock, write } = this.#options;
    const ending = new AbortController();
    const stop = () => ending.abort();
    leaving.addEventListener('abort', stop, { once: true });
    shutdown.addEventListener('abort', stop, { once: true });
    if (leaving.aborted || shutdown.aborted) stop();
    const { signal } = ending;
    const timer = clock
      .sleep(Math.max(0, until - clock.now()), signal)
      .then(stop, () => {});
    const beat = this.#beat(signal).catch(() => {});
    let last: LogMessage = { type: 'end', resume: true };
    const iterator = messages[Symbol.asyncIterator]();
    const aborted = new Promise<undefined>(resolve => {
      if (signal.aborted) resolve(undefined);
      else
        signal.addEventListener('abort', () => resolve(undefined), {
          once: true,
        });
    });
    try {
      for (;;) {
        const next = await Promise.race([iterator.next(), aborted]);
        if (!next || next.done) break;
        if (next.value.type === 'end') {
          last = next.value;
          break;
        }
        await write(next.value, signal);
      }
    } catch (error) {
      if (!signal.aborted) {
        const failure = toApiFailure(error);
        last = { type: 'end', resume: PASSING.has(failure.status) };
        if (failure.unexpected) this.#options.reportUnexpected(error);
        await write({ type: 'error', error: failure.error }, signal).catch(
          () => {},
        );
      }
    } finally {
      stop();
      leaving.removeEventListener('abort', stop);
      shutdown.removeEventListener('abort', stop);
      await Promise.allSettled([timer, beat]);
      // Not awaited: it may be waiting for its upstream, which its own signal ends.
      void Promise.resolve(iterator.return?.()).catch(() => {});
    }
    return leaving.aborted ? undefined : last;
  }

  async #beat(signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.#options.clock.sleep(HEARTBEAT_MS, signal);
      await this.#options.write({ type: 'heartbeat' }, signal);
    }
  }
}
