import { compareTimes } from './compareTimes';
import type { LogBuffer } from './LogBuffer';
import { timeOf, type RawLine } from './RawLine';

/** What a line is that comes when a log is read again; `lost`: a new one, and some before it may never come. */
export type Newness = 'seen' | 'new' | 'lost';

/**
 * Tells what is new when a log is read again from some time on. The cluster says what we have once more, in the same order
 * and byte for byte, or only the end of it where it has thrown the beginning away; what comes after that is new. Times are
 * not compared: equal ones, or a clock that was set back, would lose lines or double them.
 */
export class SeenLines {
  readonly #buffer: LogBuffer;
  readonly #since: string | undefined;
  /** What comes from here on had not been seen. */
  readonly #until: number;
  /** The oldest that is expected now; undefined once all has come again. */
  #expected: number | undefined;
  /** Lines that we had, and hold no longer, may come before the first that we know. */
  #mayBeForgotten: boolean;

  constructor(buffer: LogBuffer, since: string | undefined) {
    this.#buffer = buffer;
    this.#since = since;
    this.#until = buffer.next;
    this.#mayBeForgotten = buffer.first > 0;
    this.#expected = buffer.next > 0 ? this.#next(buffer.first) : undefined;
  }

  /** Call once for each line, in their order. */
  next(line: RawLine): Newness {
    if (this.#expected === undefined) return 'new';
    const known = this.#find(this.#expected, line);
    if (known !== undefined) {
      this.#mayBeForgotten = false;
      this.#expected = this.#next(known + 1);
      return 'seen';
    }
    if (this.#mayBeForgotten && this.#isOld(line)) return 'seen';
    this.#expected = undefined;
    return 'lost';
  }

  /** What comes next is the next line as a rule; where the cluster threw lines away, one after it. */
  #find(from: number, line: RawLine): number | undefined {
    for (const held of this.#buffer.raw(from)) {
      if (held.entry >= this.#until) break;
      if (isSame(held, line)) return held.entry;
    }
    return undefined;
  }

  #next(from: number): number | undefined {
    for (const held of this.#buffer.raw(from)) {
      if (held.entry >= this.#until) break;
      if (this.#comesAgain(held)) return held.entry;
    }
    return undefined;
  }

  #comesAgain(line: RawLine): boolean {
    if (this.#since === undefined || line.timeLength === 0) return true;
    return compareTimes(timeOf(line), this.#since) >= 0;
  }

  #isOld(line: RawLine): boolean {
    let newest = '';
    for (const held of this.#buffer.raw(this.#until - 1)) newest = timeOf(held);
    return newest !== '' && compareTimes(timeOf(line), newest) <= 0;
  }
}

function isSame(a: RawLine, b: RawLine): boolean {
  return (
    a.bytes.length === b.bytes.length &&
    a.cut === b.cut &&
    Buffer.compare(a.bytes, b.bytes) === 0
  );
}
