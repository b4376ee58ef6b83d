import { ChunkedNumbers } from './ChunkedNumbers';
import type { SearchHits } from './SearchHits';

/** Matches in the order of their lines: 8 bytes for each line that has any, however many it has. */
export class MatchList {
  private readonly lines = ChunkedNumbers.uint32();
  /** How many matches there are up to the end of each of these lines. */
  private readonly totals = ChunkedNumbers.uint32();

  /** Matches. */
  get count(): number {
    return this.totals.at(this.totals.length - 1) ?? 0;
  }

  /** Lines with matches. */
  get lineCount(): number {
    return this.lines.length;
  }

  /** All of `hits` must lie behind what is here. */
  add({ lines, counts }: SearchHits): void {
    let total = this.count;
    for (let index = 0; index < lines.length; index += 1) {
      total += counts[index] ?? 0;
      this.lines.push(lines[index] ?? 0);
      this.totals.push(total);
    }
  }

  lineAt(index: number): number | undefined {
    return this.lines.at(index);
  }

  /** The line of a match, and which one of that line it is. */
  match(number: number): { line: number; ordinal: number } | undefined {
    const index = firstIndex(this.totals, number + 1);
    const line = this.lines.at(index);
    return line === undefined
      ? undefined
      : { line, ordinal: number - (this.totals.at(index - 1) ?? 0) };
  }

  /** How many matches stand before a line: the number of the first one at or behind it. */
  countBefore(line: number): number {
    return this.totals.at(this.lineIndexFrom(line) - 1) ?? 0;
  }

  /** How many lines with matches stand before a line. */
  lineIndexFrom(line: number): number {
    return firstIndex(this.lines, line);
  }
}

/** The first index whose number is at least `least`. */
function firstIndex(
  numbers: { length: number; at: (index: number) => number | undefined },
  least: number,
): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers.at(middle) ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
