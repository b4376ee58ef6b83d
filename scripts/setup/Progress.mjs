/** Milliseconds between two lines about the same step where lines cannot be rewritten (a log, CI): never silent for long, never a flood. */
const LINE_EVERY_MS = 5_000;
/** Milliseconds between two looks of a terminal, where one line is rewritten. */
const REWRITE_EVERY_MS = 500;

/** Says which step of how many is under way, what it is at, and for how long. */
export class Progress {
  #out;
  #step = 0;
  #steps;

  /**
   * @param {{ write(text: string): unknown, isTTY?: boolean | undefined, columns?: number | undefined }} out
   * @param {number} steps how many there will be
   */
  constructor(out, steps) {
    this.#out = out;
    this.#steps = steps;
  }

  /** A line that stays. */
  say(text) {
    this.#out.write(`${this.#clear()}${text}\n`);
  }

  /**
   * Runs one step and reports on it until it ends.
   * @template T
   * @param {string} what
   * @param {(at: (detail: string) => void) => Promise<T>} work calls `at` with what it is at
   * @param {() => number} now milliseconds
   * @returns {Promise<T>}
   */
  async step(what, work, now = () => Date.now()) {
    this.#step += 1;
    const head = `[${this.#step}/${this.#steps}] ${what}`;
    const from = now();
    let detail = '';
    const line = () =>
      `${head}${detail && `: ${detail}`} (${seconds(now() - from)})`;
    this.say(head);
    const beat = setInterval(
      () => {
        if (this.#out.isTTY) {
          this.#out.write(
            `${this.#clear()}${line().slice(0, (this.#out.columns ?? 80) - 1)}`,
          );
        } else {
          this.say(line());
        }
      },
      this.#out.isTTY ? REWRITE_EVERY_MS : LINE_EVERY_MS,
    );
    try {
      const result = await work(text => {
        detail = text;
      });
      this.say(`${head}: done (${seconds(now() - from)})`);
      return result;
    } finally {
      clearInterval(beat);
    }
  }

  #clear() {
    return this.#out.isTTY ? '\r\u001b[K' : '';
  }
}

function seconds(ms) {
  const whole = Math.round(ms / 1000);
  return whole < 60
    ? `${whole} s`
    : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
