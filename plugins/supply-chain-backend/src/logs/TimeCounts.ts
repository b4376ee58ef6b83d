/**
 * Times that are counted at once. Lines of one time lie side by side as a rule, two streams of a container mix within
 * microseconds; more are counted for clocks that tick slowly and are set back. About 1 MB.
 */
const REMEMBERED = 10_000;

/** Counts the lines of each time, in the order in which they come. */
export class TimeCounts {
  readonly #counts = new Map<string, number>();

  next(at: string): number {
    const count = (this.#counts.get(at) ?? 0) + 1;
    this.#counts.set(at, count);
    if (this.#counts.size > REMEMBERED) {
      const [oldest] = this.#counts.keys();
      if (oldest !== undefined) this.#counts.delete(oldest);
    }
    return count;
  }
}
