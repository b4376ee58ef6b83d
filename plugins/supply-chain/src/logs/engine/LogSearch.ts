import type { LogBuffer } from './LogBuffer';
import { MatchList } from './MatchList';
import { planSearch, type SearchPlan } from './planSearch';
import type { SearchHits } from './SearchHits';
import type { SearchPiece } from './SearchPiece';
import type { SearchQuery } from './SearchQuery';

/** A stretch of lines that is searched from its start: up to where pieces were handed out, and up to where they came back. */
type Stretch = { taken: number; done: number; readonly found: MatchList };

/** A match as a reader knows it: a line, and which match of that line, from 0. */
export type MatchPlace = { readonly line: number; readonly ordinal: number };

/**
 * A search through a log: what is searched and what was found. Hands out pieces, from the reader's line to the end and
 * then from the top, and takes back what was found in them; who searches them, and when, is not its business. Lines
 * that come later are handed out later.
 */
export class LogSearch {
  readonly plan: SearchPlan;
  private readonly fromReader: Stretch;
  private readonly fromTop: Stretch;
  /** The line on which the expression took too long: the search ended there. */
  tooSlowAt: number | undefined;

  constructor(
    private readonly buffer: LogBuffer,
    readonly query: SearchQuery,
    /** Where the reader is. */
    private readonly start: number = 0,
  ) {
    this.plan = planSearch(query);
    this.fromReader = { taken: start, done: start, found: new MatchList() };
    this.fromTop = { taken: 0, done: 0, found: new MatchList() };
  }

  /** Matches found so far. */
  get count(): number {
    return this.fromTop.found.count + this.fromReader.found.count;
  }

  /** Bytes that have still to be handed out, roughly: for who decides where to search. */
  get bytesLeft(): number {
    const lines = Math.max(1, this.buffer.lineCount);
    const done = this.fromReader.taken - this.start + this.fromTop.taken;
    return this.buffer.byteLength * Math.max(0, 1 - done / lines);
  }

  /** True when no line is left. A last line without newline is searched once it is the end (`ended`). */
  isComplete(ended = false): boolean {
    if (this.tooSlowAt !== undefined || !this.isSearchable) return true;
    return (
      this.fromReader.done >= this.limit(ended) &&
      this.fromTop.done >= Math.min(this.start, this.limit(ended))
    );
  }

  /**
   * The next lines to be searched, about so many bytes; undefined when none are left, for now. Copied to `into`, if
   * there is one.
   */
  take(
    ended: boolean,
    bytes: number,
    into?: Uint8Array,
  ): SearchPiece | undefined {
    if (this.tooSlowAt !== undefined || !this.isSearchable) return undefined;
    const limit = this.limit(ended);
    const isAtEnd = this.fromReader.taken >= limit;
    const stretch = isAtEnd ? this.fromTop : this.fromReader;
    const to = isAtEnd ? Math.min(this.start, limit) : limit;
    if (stretch.taken >= to) return undefined;
    const piece = this.buffer.piece(stretch.taken, to, bytes, into);
    stretch.taken += piece.ends.length;
    return piece;
  }

  /** Takes back what was found in a piece of so many lines. Pieces come back in the order they were taken in. */
  accept(first: number, lineCount: number, hits: SearchHits): void {
    const stretch = first < this.start ? this.fromTop : this.fromReader;
    stretch.done = first + lineCount;
    stretch.found.add(hits);
    if (hits.tooSlowAt !== undefined) this.tooSlowAt = hits.tooSlowAt;
  }

  /** Pieces that were taken and did not come back are handed out again. */
  takeAgain(): void {
    this.fromReader.taken = this.fromReader.done;
    this.fromTop.taken = this.fromTop.done;
  }

  /** Match `number`, from 0, counted from the top. */
  match(number: number): MatchPlace | undefined {
    const before = this.fromTop.found.count;
    return number < before
      ? this.fromTop.found.match(number)
      : this.fromReader.found.match(number - before);
  }

  /** The number of a match that was found: it changes while lines further up are searched. */
  numberOf({ line, ordinal }: MatchPlace): number {
    const before =
      line < this.start
        ? this.fromTop.found.countBefore(line)
        : this.fromTop.found.count + this.fromReader.found.countBefore(line);
    return before + ordinal;
  }

  /** The first match at or behind the reader's line, then the first of all; undefined while it is not known. */
  firstForReader(ended = false): MatchPlace | undefined {
    if (this.fromReader.found.count > 0) return this.fromReader.found.match(0);
    return this.isComplete(ended) ? this.fromTop.found.match(0) : undefined;
  }

  /** Lines with matches so far. */
  get matchingLines(): number {
    return this.fromTop.found.lineCount + this.fromReader.found.lineCount;
  }

  /** The line that is the `index`th with a match, from 0. */
  matchingLine(index: number): number | undefined {
    const before = this.fromTop.found.lineCount;
    return index < before
      ? this.fromTop.found.lineAt(index)
      : this.fromReader.found.lineAt(index - before);
  }

  /** True when a line within `[from, to)` is known to match. */
  hasMatch(from: number, to: number = from + 1): boolean {
    return [this.fromTop.found, this.fromReader.found].some(
      found => found.lineIndexFrom(from) < found.lineIndexFrom(to),
    );
  }

  private get isSearchable(): boolean {
    return this.plan.kind === 'literal' || this.plan.kind === 'expression';
  }

  private limit(ended: boolean): number {
    return ended ? this.buffer.lineCount : this.buffer.completeLines;
  }
}
