import type { Clock } from '../clock/Clock';

/** Something that is due again and again, beside waiting for something else. */
export class Rounds {
  #isDue = false;
  #wake: (() => void) | undefined;

  constructor(clock: Pick<Clock, 'sleep'>, ms: number, signal: AbortSignal) {
    this.#run(clock, ms, signal).catch(() => {
      // The signal has ended it.
    });
  }

  /** What is waited for, or `due` when the next round comes before it; then wait for the same again. */
  async before<T>(waited: Promise<T>): Promise<T | 'due'> {
    try {
      return await new Promise<T | 'due'>((resolve, reject) => {
        this.#wake = () => {
          this.#isDue = false;
          resolve('due');
        };
        if (this.#isDue) this.#wake();
        waited.then(resolve, reject);
      });
    } finally {
      this.#wake = undefined;
    }
  }

  async #run(
    clock: Pick<Clock, 'sleep'>,
    ms: number,
    signal: AbortSignal,
  ): Promise<void> {
    for (;;) {
      await clock.sleep(ms, signal);
      this.#isDue = true;
      this.#wake?.();
    }
  }
}
