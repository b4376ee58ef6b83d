import type { Clock } from './Clock';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #now: number;
  readonly #sleepers = new Set<Sleeper>();

  constructor(startsAt = Date.parse('2030-01-01T00:00:00Z')) {
    this.#now = startsAt;
  }

  now(): number {
    return this.#now;
  }

  /** Who waits now, as milliseconds from now, soonest first. Empty once everything has ended. */
  get waits(): readonly number[] {
    return [...this.#sleepers]
      .map(sleeper => sleeper.at - this.#now)
      .sort((a, b) => a - b);
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      const onAbort = () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason);
      };
      const sleeper: Sleeper = {
        at: this.#now + ms,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Moves time, waking each sleeper at its own moment, and lets what was woken run before the next is woken. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    await this.settle();
    for (;;) {
      const next = [...this.#sleepers]
        .filter(sleeper => sleeper.at <= until)
        .sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      await this.settle();
    }
    this.#now = until;
  }

  /** Lets everything run that waits for nothing but its turn. */
  async settle(): Promise<void> {
    // Ten turns of the event loop: promise chains end within one, streams need a few more.
    for (let turn = 0; turn < 10; turn += 1) {
      await new Promise<void>(resolve => {
        setImmediate(resolve);
      });
    }
  }
}
