import type { Clock } from '../clock/Clock';

/** Milliseconds until a cluster that could not stream a list is tried again: it may have been upgraded. */
const TRY_AGAIN_MS = 60 * 60_000;

/** Whether one cluster can stream its lists (WatchList, Kubernetes v1.32 and later): found out once for all its kinds. */
export class StreamingLists {
  readonly #clock: Clock;
  #failedAt = -Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get worthTrying(): boolean {
    return this.#clock.now() - this.#failedAt >= TRY_AGAIN_MS;
  }

  /** It could not, where a list in pages could. */
  failed(): void {
    this.#failedAt = this.#clock.now();
  }
}
