import type { Clock } from '../clock/Clock';
import { Nap } from '../clock/Nap';

/**
 * Bytes that may be read from a cluster beyond what its fastest reader has taken. Then nothing more is taken from the
 * connection, and the cluster waits.
 */
export const AHEAD_BYTES = 4 * 1024 * 1024;

/** Where reading goes on, in bytes. */
export const CAUGHT_UP_BYTES = AHEAD_BYTES / 4;

/**
 * How long a cluster is kept waiting. The kubelet rotates the log meanwhile, and a reader that it has lost twice misses a
 * file without a word: it is better to read on, and to say ourselves what the slow reader has missed.
 */
export const PAUSE_MS = 30_000;

/** How far one reader is: what all the entries cost that it was given. */
export interface Progress {
  taken: number;
}

/** Keeps reading a log from running away from those who read it. */
export class Pacer {
  readonly #clock: Clock;
  readonly #nap: Nap;
  readonly #pauseMs: number;
  readonly #readers = new Set<Progress>();
  /** Of the fastest reader there ever was: what is read for nobody waits as well. */
  #furthest = 0;
  /** Who reads has been waited for in vain. */
  #isFree = false;

  constructor(clock: Clock, pauseMs: number = PAUSE_MS) {
    this.#clock = clock;
    this.#nap = new Nap(clock);
    this.#pauseMs = pauseMs;
  }

  join(reader: Progress): void {
    this.#readers.add(reader);
  }

  leave(reader: Progress): void {
    this.#readers.delete(reader);
    this.took();
  }

  /** A reader has gone on. */
  took(): void {
    this.#nap.wake();
  }

  /** Resolves when more may be read; `total` is the cost of all that was. */
  async ready(total: () => number, signal: AbortSignal): Promise<void> {
    const ahead = () => total() - this.#fastest();
    if (ahead() <= CAUGHT_UP_BYTES) this.#isFree = false;
    if (this.#isFree || ahead() <= AHEAD_BYTES) return;
    const until = this.#clock.now() + this.#pauseMs;
    while (ahead() > CAUGHT_UP_BYTES && this.#clock.now() < until) {
      await this.#nap.sleep(until - this.#clock.now(), signal);
    }
    this.#isFree = ahead() > CAUGHT_UP_BYTES;
  }

  #fastest(): number {
    let fastest = this.#readers.size > 0 ? 0 : this.#furthest;
    for (const { taken } of this.#readers) fastest = Math.max(fastest, taken);
    this.#furthest = Math.max(this.#furthest, fastest);
    return fastest;
  }
}
