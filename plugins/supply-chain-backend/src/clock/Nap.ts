import type { Clock } from './Clock';

/** A sleep that others may end early, without it being an error. */
export class Nap {
  readonly #clock: Clock;
  #current: AbortController | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns after `ms` or when woken; rejects when the signal aborts. */
  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const current = new AbortController();
    this.#current = current;
    const follow = () => current.abort();
    signal.addEventListener('abort', follow, { once: true });
    try {
      await this.#clock.sleep(ms, current.signal);
    } catch {
      signal.throwIfAborted();
    } finally {
      signal.removeEventListener('abort', follow);
      this.#current = undefined;
    }
  }

  wake(): void {
    this.#current?.abort();
  }
}
