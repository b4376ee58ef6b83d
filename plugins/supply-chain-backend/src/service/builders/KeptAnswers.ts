import { viewText } from '../viewText';

/** Answers of many images kept at most; one of 10,000 takes some 6 MB. */
const MOST_ANSWERS = 8;

interface Kept {
  readonly state: string;
  readonly answer: object;
}

/**
 * Answers that several people read, until something that they are made of changes. One that came out the same is the same
 * object as before, so that it is written out and compared once for all who have it open.
 */
export class KeptAnswers {
  readonly #most: number;
  /** In the order in which they were read last. */
  readonly #kept = new Map<string, Kept>();

  constructor(most = MOST_ANSWERS) {
    this.#most = most;
  }

  /** `state` absent: an answer for one reader alone. Answers of one name are made by one function. */
  answer<T extends object>(
    name: string,
    state: string | undefined,
    make: () => T,
  ): T {
    if (state === undefined) return make();
    const kept = this.#kept.get(name);
    this.#kept.delete(name);
    const answer =
      kept?.state === state ? kept.answer : sameOr(kept?.answer, make());
    this.#kept.set(name, { state, answer });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    return answer as T;
  }

  clear(): void {
    this.#kept.clear();
  }
}

function sameOr(before: object | undefined, now: object): object {
  return before && viewText(before).version === viewText(now).version
    ? before
    : now;
}
