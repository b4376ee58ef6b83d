import { Int32List } from '../../watch/packed/Int32List';

/**
 * How many changes are remembered. A person reads a page in seconds; at ten thousand changes a minute, of which one in ten
 * moves a row, this is a quarter of an hour.
 */
const MOST_PAST = 16_384;

/** What a row was sorted by. */
export interface PastKey {
  readonly phase: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/**
 * What rows were sorted by before they changed, so that somebody who pages through a list goes on in the order in which
 * they began: no row is shown twice because it has moved down, and none is missed because it has moved up.
 */
export class PastKeys {
  readonly #most: number;
  readonly #slots = new Int32List();
  readonly #phases = new Int32List();
  readonly #times: number[] = [];
  #count = 0;

  constructor(most = MOST_PAST) {
    this.#most = most;
  }

  /** The present: what changes from now on comes after it. */
  get now(): number {
    return this.#count;
  }

  /** A row had this key until now. Returns the row and the moment that are forgotten for it. */
  note(slot: number, key: PastKey): { slot: number; at: number } | undefined {
    const place = this.#count % this.#most;
    const at = this.#count - this.#most;
    const forgotten = at < 0 ? undefined : { slot: this.#slots.at(place), at };
    this.#slots.set(place, slot);
    this.#phases.set(place, key.phase);
    this.#times[place] = key.time;
    this.#count += 1;
    return forgotten;
  }

  /** The keys at that moment of all rows that have changed since, as far back as is remembered. */
  since(moment: number): ReadonlyMap<number, PastKey> {
    const keys = new Map<number, PastKey>();
    const first = Math.max(moment, this.#count - this.#most, 0);
    for (let at = first; at < this.#count; at += 1) {
      const place = at % this.#most;
      const slot = this.#slots.at(place);
      if (keys.has(slot)) continue;
      keys.set(slot, {
        phase: this.#phases.at(place),
        time: this.#times[place] ?? 0,
      });
    }
    return keys;
  }
}
