import { viewText } from '../viewText';

/** Answers remembered at most: people have few different rights, and look at few builders at a time. */
const MOST_ANSWERS = 32;

interface Kept {
  readonly state: string;
  /** As long as somebody has it open: a picture of 10,000 images takes some 6 MB, and is for nobody when all have left. */
  readonly answer: WeakRef<object>;
}

/**
 * Answers that several people read, until something that they are made of changes. One that came out the same is the same
 * object as before, so that it is written out and compared once for all who have it open.
 */
export class KeptAnswers {
  /** In the order in which they were read last. */
  readonly #kept = new Map<string, Kept>();

  /** `state` absent: an answer for one reader alone. Answers of one name are made by one function. */
  answer<T extends object>(
    name: string,
    state: string | undefined,
    make: () => T,
  ): T {
    if (state === undefined) return make();
    const kept = this.#kept.get(name);
    const before = kept?.answer.deref();
    this.#kept.delete(name);
    const answer =
      before && kept?.state === state ? before : sameOr(before, make());
    this.#kept.set(name, { state, answer: new WeakRef(answer) });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_ANSWERS) break;
      this.#kept.delete(oldest);
    }
    return answer as T;
  }
}

function sameOr(before: object | undefined, now: object): object {
  return before && viewText(before).version === viewText(now).version
    ? before
    : now;
}
