import type { Clock } from '../clock/Clock';
import { TooManyTriggers } from './errors/TooManyTriggers';

/** Questions for one image within `WINDOW_MS`: one that meets a newer Build, another try, and one to spare. */
export const TRIGGERS_MAX = 3;

/** Milliseconds. A cached build takes some seconds, so that a script in a loop would keep a node busy. */
export const WINDOW_MS = 60_000;

/** How often rebuilds of one image may be asked for, by whomever. Counted in this replica; the cluster itself holds at most one question. */
export class TriggerQuota {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #taken = new Map<string, readonly number[]>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** Images of which something is remembered. */
  get size(): number {
    return this.#taken.size;
  }

  /** Throws `TooManyTriggers`. */
  take(image: string): void {
    const now = this.#clock.now();
    for (const [each, times] of this.#taken) {
      const recent = times.filter(at => now - at < WINDOW_MS);
      if (recent.length === 0) this.#taken.delete(each);
      else this.#taken.set(each, recent);
    }
    const times = this.#taken.get(image) ?? [];
    const [oldest] = times;
    if (oldest !== undefined && times.length >= TRIGGERS_MAX)
      throw new TooManyTriggers(TRIGGERS_MAX, oldest + WINDOW_MS - now);
    this.#taken.set(image, [...times, now]);
  }
}
