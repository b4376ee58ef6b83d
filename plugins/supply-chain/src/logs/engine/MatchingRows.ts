import { ChunkedNumbers } from './ChunkedNumbers';
import type { Row, RowList } from './RowList';

/** The lines with matches, from the top: what a search from the first line finds. */
export type MatchingLines = {
  readonly matchingLines: number;
  matchingLine(index: number): number | undefined;
};

/** Set in a number that stands for rows that are left out, beside the first of them: a log has at most 2^31 rows. */
const LEFT_OUT = 2 ** 31;

/** Rows with matches and some around each; what is between is one row that says how much. 4 bytes for each row shown. */
export class MatchingRows implements RowList {
  private readonly shown = ChunkedNumbers.uint32();
  /** The first row of `all` that was not decided on. */
  private next = 0;
  /** Rows of `all` before it are shown as soon as they are there. */
  private wanted = 0;
  private taken = 0;

  constructor(
    private readonly all: RowList,
    private readonly matches: MatchingLines,
    /** Rows around each match. */
    private readonly context: number,
  ) {}

  get count(): number {
    return this.shown.length;
  }

  /** Takes what was found since. */
  update(): void {
    this.show(this.next);
    for (; this.taken < this.matches.matchingLines; this.taken += 1) {
      const line = this.matches.matchingLine(this.taken);
      if (line === undefined) return;
      const row = this.all.rowOfLine(line);
      this.wanted = row + this.context + 1;
      this.show(row - this.context);
    }
  }

  rowAt(row: number): Row {
    const value = this.shown.at(row) ?? 0;
    return value < LEFT_OUT
      ? this.all.rowAt(value)
      : { kind: 'left-out', count: this.placeAt(row + 1) - (value - LEFT_OUT) };
  }

  lineFrom(row: number): number {
    return this.all.lineFrom(this.placeAt(this.isLeftOut(row) ? row + 1 : row));
  }

  rowOfLine(line: number): number {
    const place = this.all.rowOfLine(line);
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.placeAt(middle) < place) low = middle + 1;
      else high = middle;
    }
    // The line is among those that are left out: what stands behind them is nearest.
    if (this.placeAt(low) > place && this.isLeftOut(low - 1)) return low - 1;
    return Math.min(low, Math.max(0, this.count - 1));
  }

  bytesOf(from: number, to: number): number {
    let bytes = 0;
    for (let row = from; row < Math.min(to, this.count); row += 1) {
      if (this.isLeftOut(row)) continue;
      const place = this.placeAt(row);
      bytes += this.all.bytesOf(place, place + 1);
    }
    return bytes;
  }

  /** Shows the rows of `all` from `first` on that are wanted and there; those before it are left out. */
  private show(first: number): void {
    const to = Math.min(this.wanted, this.all.count);
    if (to <= this.next) return;
    if (first > this.next) {
      this.shown.push(LEFT_OUT + this.next);
      this.next = first;
    }
    for (; this.next < to; this.next += 1) this.shown.push(this.next);
  }

  private isLeftOut(row: number): boolean {
    return (this.shown.at(row) ?? 0) >= LEFT_OUT;
  }

  /** The row of `all`, or the first one that is left out. */
  private placeAt(row: number): number {
    const value = this.shown.at(row) ?? this.next;
    return value < LEFT_OUT ? value : value - LEFT_OUT;
  }
}
