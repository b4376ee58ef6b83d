import { compareTimes } from './compareTimes';
import type { LogLine } from './LogLine';

/** How far a container's two streams may be out of order. The runtime stamps each as it reads it: microseconds in truth. */
const OUT_OF_ORDER_MS = 1_000;

/** Lines held back at most while the place is looked for; in a log in order there is none. */
const HELD = 1_000;

/** A place in one container's log: after the `count`-th line of exactly this time. */
export interface LogPlace {
  readonly at: string;
  readonly count: number;
}

interface Resumed {
  readonly lines: readonly LogLine[];
  /** The place was not found: lines between it and the first of these may be lost. */
  readonly gap: boolean;
}

const NOTHING: Resumed = { lines: [], gap: false };

/**
 * Passes on what comes after a place. By position, not by time: equal times are told apart by their count, and a line
 * that is written later with an earlier time is not lost.
 */
export class ResumeFilter {
  readonly #place: LogPlace;
  #found: boolean;
  #held: LogLine[] = [];

  constructor(place: LogPlace | undefined) {
    this.#place = place ?? { at: '', count: 0 };
    this.#found = this.#place.count === 0;
  }

  get found(): boolean {
    return this.#found;
  }

  read(lines: readonly LogLine[]): Resumed {
    if (this.#found) return { lines, gap: false };
    for (const [index, line] of lines.entries()) {
      if (this.#isPlace(line)) {
        this.#found = true;
        this.#held = [];
        return { lines: lines.slice(index + 1), gap: false };
      }
      if (this.#isAfter(line)) {
        this.#held.push(line);
        if (this.#isFarAfter(line) || this.#held.length > HELD) {
          return this.#giveUp(lines.slice(index + 1));
        }
      }
    }
    return NOTHING;
  }

  /** The log has ended: what was held back comes now. */
  finish(): Resumed {
    return this.#found || this.#held.length === 0 ? NOTHING : this.#giveUp([]);
  }

  #giveUp(rest: readonly LogLine[]): Resumed {
    const lines = [...this.#held, ...rest];
    this.#found = true;
    this.#held = [];
    return { lines, gap: true };
  }

  #isPlace({ at, count }: LogLine): boolean {
    return at === this.#place.at && count === this.#place.count;
  }

  #isAfter({ at, count }: LogLine): boolean {
    if (at === undefined || count === 0) return false;
    const order = compareTimes(at, this.#place.at);
    return order > 0 || (order === 0 && count > this.#place.count);
  }

  #isFarAfter({ at }: LogLine): boolean {
    return Date.parse(at ?? '') - Date.parse(this.#place.at) > OUT_OF_ORDER_MS;
  }
}
