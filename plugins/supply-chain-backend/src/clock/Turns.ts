import type { Clock } from './Clock';

/** Milliseconds of work after which everybody else in the process has a turn: a tenth of what a person can notice. */
const TURN_MS = 5;

/** Keeps long work from holding up the process: all who work through the same `Turns` together take one turn at a time. */
export class Turns {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #waiting: (() => void)[] = [];
  #begunAt: number;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
    this.#begunAt = clock.now();
  }

  /** Awaited between two small pieces of work: nothing to wait for until the turn is over. */
  pause(): Promise<void> | undefined {
    const left = this.#begunAt + TURN_MS - this.#clock.now();
    // A turn that seems to begin in the future: the machine's time was set back.
    if (this.#waiting.length === 0 && left > 0 && left <= TURN_MS) {
      return undefined;
    }
    return new Promise(resolve => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) setImmediate(this.#next);
    });
  }

  /** One a turn of the event loop, in the order in which they came. */
  readonly #next = () => {
    this.#begunAt = this.#clock.now();
    this.#waiting.shift()?.();
    if (this.#waiting.length > 0) setImmediate(this.#next);
  };
}
