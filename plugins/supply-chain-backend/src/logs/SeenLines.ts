import { compareTimes } from './compareTimes';
import type { LogBuffer } from './LogBuffer';
import { isSameLine, timeOf, type RawLine } from './RawLine';

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
  /** The time of the newest line that we had. */
  readonly #newest: string;
  /** Entries of each time; only where lines may have been forgotten. */
  #byTime: Map<string, number[]> | undefined;

  constructor(buffer: LogBuffer, since: string | undefined) {
    this.#buffer = buffer;
    this.#since = since;
    this.#until = buffer.next;
    this.#mayBeForgotten = buffer.first > 0;
    let newest = '';
    for (const held of buffer.raw(this.#until - 1)) newest = timeOf(held);
    this.#newest = newest;
    this.#expected = buffer.next > 0 ? this.#next(buffer.first) : undefined;
  }

  /** Call once for each line, in their order. */
  next(line: RawLine): Newness {
    if (this.#expected === undefined) return 'new';
    const known = this.#find(this.#expected, line);
    if (known !== undefined) {
      this.#mayBeForgotten = false;
      this.#byTime = undefined;
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
      if (isSameLine(held, line)) return held.entry;
      // Of lines that were forgotten there may be many more than are held: none of them looks through all of these.
      if (this.#mayBeForgotten) return this.#findByTime(from, line);
    }
    return undefined;
  }

  #findByTime(from: number, line: RawLine): number | undefined {
    this.#byTime ??= this.#indexed(from);
    for (const entry of this.#byTime.get(timeOf(line)) ?? []) {
      for (const held of this.#buffer.raw(entry)) {
        if (held.entry === entry && isSameLine(held, line)) return entry;
        break;
      }
    }
    return undefined;
  }

  #indexed(from: number): Map<string, number[]> {
    const byTime = new Map<string, number[]>();
    for (const held of this.#buffer.raw(from)) {
      if (held.entry >= this.#until) break;
      const time = timeOf(held);
      const entries = byTime.get(time);
      if (entries) entries.push(held.entry);
      else byTime.set(time, [held.entry]);
    }
    return byTime;
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
    const newest = this.#newest;
    return newest !== '' && compareTimes(timeOf(line), newest) <= 0;
  }
}
