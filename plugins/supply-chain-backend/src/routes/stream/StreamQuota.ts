import type { StreamLimits } from './StreamLimits';
import { TooManyStreams } from './TooManyStreams';

/** When to ask again: a stream that lost its reader is noticed by the next heartbeat. */
const AGAIN_MS = 15_000;

/** Counts open streams, a person's and all, and refuses those beyond the limits. */
export class StreamQuota {
  readonly #open = new Map<string, number>();
  #total = 0;

  constructor(private readonly limits: StreamLimits) {}

  /** How many are open. */
  get open(): number {
    return this.#total;
  }

  /** The function gives the place back; calling it again does nothing. */
  take(who: string): () => void {
    const mine = this.#open.get(who) ?? 0;
    if (mine >= this.limits.each) {
      throw new TooManyStreams('yours', this.limits.each, AGAIN_MS);
    }
    if (this.#total >= this.limits.all) {
      throw new TooManyStreams('everybody', this.limits.all, AGAIN_MS);
    }
    this.#open.set(who, mine + 1);
    this.#total += 1;
    let taken = true;
    return () => {
      if (!taken) return;
      taken = false;
      this.#total -= 1;
      const left = (this.#open.get(who) ?? 1) - 1;
      if (left > 0) this.#open.set(who, left);
      else this.#open.delete(who);
    };
  }
}
