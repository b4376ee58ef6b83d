import type { Clock } from '../state/Clock.ts';

interface Waiting {
  /** Recorded time still to pass, ms. */
  left: number;
  since: number;
  cancel: () => void;
  done: () => void;
}

/** The pace of the demo: recorded time passes `speed` times as fast as the clock's. Waits end with the signal. */
export class Tempo {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #waiting = new Set<Waiting>();
  #speed: number;

  constructor(opts: { clock: Clock; signal: AbortSignal; speed: number }) {
    this.#clock = opts.clock;
    this.#signal = opts.signal;
    this.#speed = opts.speed;
  }

  get speed(): number {
    return this.#speed;
  }

  /** Holds for waits that are going on, too. */
  set speed(speed: number) {
    for (const wait of this.#waiting) this.#settle(wait);
    this.#speed = speed;
    for (const wait of this.#waiting) this.#start(wait);
  }

  now(): number {
    return this.#clock.now();
  }

  /** Lets recorded time pass. Rejects with the signal's reason when everything ends. */
  async wait(ms: number): Promise<void> {
    this.#signal.throwIfAborted();
    if (ms <= 0) return;
    let wait: Waiting | undefined;
    let stop = () => {};
    try {
      await new Promise<void>((done, reject) => {
        stop = () => reject(this.#signal.reason as Error);
        this.#signal.addEventListener('abort', stop, { once: true });
        wait = { left: ms, since: this.now(), cancel: () => {}, done };
        this.#waiting.add(wait);
        this.#start(wait);
      });
    } finally {
      wait?.cancel();
      if (wait) this.#waiting.delete(wait);
      this.#signal.removeEventListener('abort', stop);
    }
  }

  #start(wait: Waiting): void {
    wait.since = this.now();
    wait.cancel = this.#clock.after(
      Math.max(0, wait.left / this.#speed),
      wait.done,
    );
  }

  #settle(wait: Waiting): void {
    wait.cancel();
    wait.left -= (this.now() - wait.since) * this.#speed;
  }
}
