/** Parameters of one sequence, and subparameters of all of them together, that count; more are read over, as xterm does. */
const MAX_PARAMETERS = 32;

/** Largest value of a parameter: six digits. More cannot be a colour or a column. */
const MAX_VALUE = 999_999;

const COLON = 0x3a;
const SEMICOLON = 0x3b;

/**
 * The numbers of `ESC [ … m`: parameters between `;`, each with subparameters after `:`. An empty parameter is 0, an
 * empty subparameter -1. One object is filled again and again: a log has millions of sequences.
 */
export class SgrParameters {
  length = 0;
  private readonly values = new Int32Array(MAX_PARAMETERS);
  private readonly subs = new Int32Array(MAX_PARAMETERS);
  /** Where in `subs` the subparameters of a parameter start; the next one's start is their end. */
  private readonly subsFrom = new Int32Array(MAX_PARAMETERS + 1);

  /** Reads `bytes[from, to)`, which are digits, `;` and `:` only. */
  read(bytes: Uint8Array, from: number, to: number): void {
    let count = 0;
    let subCount = 0;
    let inSub = false;
    let value = 0;
    this.subsFrom[0] = 0;
    this.values[0] = 0;
    for (let at = from; at <= to; at += 1) {
      const byte = at === to ? SEMICOLON : bytes[at] ?? SEMICOLON;
      if (byte < COLON) {
        value = Math.min(Math.max(value, 0) * 10 + byte - 0x30, MAX_VALUE);
        continue;
      }
      if (inSub) {
        if (subCount < MAX_PARAMETERS) this.subs[subCount++] = value;
      } else {
        this.values[count] = value;
      }
      inSub = byte === COLON;
      value = inSub ? -1 : 0;
      if (!inSub) {
        count += 1;
        this.subsFrom[count] = subCount;
        if (count === MAX_PARAMETERS) break;
      }
    }
    this.length = count;
  }

  at(parameter: number): number {
    return this.values[parameter] ?? 0;
  }

  subCount(parameter: number): number {
    return (
      (this.subsFrom[parameter + 1] ?? 0) - (this.subsFrom[parameter] ?? 0)
    );
  }

  sub(parameter: number, index: number): number {
    return this.subs[(this.subsFrom[parameter] ?? 0) + index] ?? -1;
  }
}
