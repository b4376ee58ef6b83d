import type { Clock } from './Clock';
import { SystemClock } from './SystemClock';

/** The machine's time, some times as fast: for tests against real sockets of what takes minutes. */
export class FastClock implements Clock {
  readonly #system = new SystemClock();
  readonly #startedAt = this.#system.now();
  readonly #times: number;

  constructor(times: number) {
    this.#times = times;
  }

  now(): number {
    return (
      this.#startedAt + (this.#system.now() - this.#startedAt) * this.#times
    );
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return this.#system.sleep(ms / this.#times, signal);
  }
}
