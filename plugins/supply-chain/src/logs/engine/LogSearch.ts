import { GrowableNumbers } from './GrowableNumbers';
import type { LogBuffer } from './LogBuffer';
import { plainText } from './plainText';
import { searchPattern } from './searchPattern';

/** Lines between two looks at the clock: some tenths of a millisecond. */
const LINES_PER_LOOK = 128;

/**
 * Searches a log piece by piece, so that nobody waits for it: each {@link advance} works until its time is over.
 * Lines that come later are found by advancing again.
 */
export class LogSearch {
  private readonly pattern: RegExp | undefined;
  /** The line of each match; a line with three matches stands here three times. */
  private readonly lines = GrowableNumbers.uint32();
  private searched = 0;

  constructor(private readonly buffer: LogBuffer, readonly query: string) {
    this.pattern = searchPattern(query);
  }

  get count(): number {
    return this.lines.length;
  }

  /** True when no complete line is left to search. A last line without newline is searched once it is the end (`ended`). */
  isComplete(ended = false): boolean {
    return this.searched >= this.limit(ended);
  }

  /** Works until all is searched or `isOver` says so. */
  advance(isOver: () => boolean, ended = false): void {
    const limit = this.pattern ? this.limit(ended) : 0;
    while (this.searched < limit) {
      const to = Math.min(this.searched + LINES_PER_LOOK, limit);
      for (let line = this.searched; line < to; line += 1)
        this.searchLine(line);
      this.searched = to;
      if (isOver()) return;
    }
    if (!this.pattern) this.searched = this.limit(ended);
  }

  lineOf(match: number): number | undefined {
    return this.lines.at(match);
  }

  /** Which match of its own line it is, from 0. */
  ordinalInLine(match: number): number {
    const line = this.lines.at(match);
    let first = match;
    while (first > 0 && this.lines.at(first - 1) === line) first -= 1;
    return match - first;
  }

  /** The first match at or after a line; the first of all when there is none. Undefined without any match. */
  firstFrom(line: number): number | undefined {
    if (this.count === 0) return undefined;
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.lines.at(middle) ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return low === this.count ? 0 : low;
  }

  private limit(ended: boolean): number {
    return ended ? this.buffer.lineCount : this.buffer.completeLines;
  }

  private searchLine(line: number): void {
    if (!this.pattern) return;
    const text = plainText(this.buffer.line(line));
    this.pattern.lastIndex = 0;
    while (this.pattern.exec(text)) this.lines.push(line);
  }
}
