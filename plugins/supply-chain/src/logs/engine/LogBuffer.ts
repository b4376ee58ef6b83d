import { ByteChunks } from './ByteChunks';
import { LINE_CAP } from './lineCap';
import { CHECKPOINT_EVERY, LineIndex } from './LineIndex';
import { TRAIT } from './lineTraits';
import { LineTimes } from './LineTimes';
import type { SearchPiece } from './SearchPiece';
import type { SgrPen } from './SgrPen';

/** The log of one step: its bytes and where its lines end. A line is a number until somebody looks at it. */
export class LogBuffer {
  private readonly bytes = new ByteChunks();
  private readonly index = new LineIndex((from, to) =>
    this.bytes.slice(from, to),
  );
  private readonly times = new LineTimes();

  get byteLength(): number {
    return this.bytes.length;
  }

  /** Lines ended by a newline. These never change again. */
  get completeLines(): number {
    return this.index.ends.length;
  }

  /** All lines, a last one without newline included. */
  get lineCount(): number {
    return this.completeLines + (this.hasTail() ? 1 : 0);
  }

  /** Appends bytes, cut anywhere. Large pieces are kept, not copied: do not change them afterwards. */
  append(bytes: Uint8Array): void {
    const base = this.bytes.length;
    this.bytes.append(bytes);
    this.index.read(bytes, base);
  }

  /** Appends whole lines, joined by newlines and without the final one, as a `lines` message brings them. */
  appendLines(text: string, times: readonly string[] = []): void {
    const before = this.lineCount;
    this.append(ENCODER.encode(`${text}\n`));
    times.forEach((time, n) => this.times.push(before + n, Date.parse(time)));
  }

  /** The bytes of a line without its newline; of a very long one the first {@link LINE_CAP}. */
  line(index: number): Uint8Array {
    const start = this.start(index);
    return this.bytes.slice(start, Math.min(this.end(index), start + LINE_CAP));
  }

  /** All that was appended, byte for byte. Not to be written to. */
  pieces(): Uint8Array[] {
    return this.bytes.pieces();
  }

  /** The bytes of a line without its newline, however many. */
  wholeLine(index: number): Uint8Array {
    return this.bytes.slice(this.start(index), this.end(index));
  }

  /** Where a line begins, in bytes; the number of all bytes for one behind the last. */
  offsetOf(index: number): number {
    return Math.min(this.start(index), this.byteLength);
  }

  /** Bytes of a line, shown or not. */
  lengthOf(index: number): number {
    return this.end(index) - this.start(index);
  }

  /** Bytes of a line that {@link line} leaves out. */
  hiddenBytes(index: number): number {
    return Math.max(0, this.lengthOf(index) - LINE_CAP);
  }

  /** When the line was written, ms since 1970; undefined where it is not known. */
  timeOf(index: number): number | undefined {
    return this.times.at(index);
  }

  /** False where a complete line certainly changes no style. */
  isStyled(index: number): boolean {
    return ((this.index.traits.at(index) ?? TRAIT.styled) & TRAIT.styled) !== 0;
  }

  /** Gives the pen the style at the start of a line, which is a multiple of {@link CHECKPOINT_EVERY}. */
  setPenAt(line: number, pen: SgrPen): void {
    const { styles } = this.index;
    const at = (line / CHECKPOINT_EVERY) * 3;
    pen.set(styles.at(at) ?? 0, styles.at(at + 1) ?? 0, styles.at(at + 2) ?? 0);
  }

  /**
   * Lines from `first` on for a search: not beyond `limit`, at most so many bytes, at least one line. Its bytes are a
   * window where possible; a copy when there is an `into` to copy to, which is used if it is large enough.
   */
  piece(
    first: number,
    limit: number,
    mostBytes: number,
    into?: Uint8Array,
  ): SearchPiece {
    const start = this.start(first);
    const to = this.pieceEnd(first, limit, start + mostBytes);
    const end =
      to === first + 1
        ? Math.min(this.end(first), start + LINE_CAP)
        : this.end(to - 1);
    const ends = new Uint32Array(to - first);
    const traits = new Uint8Array(to - first);
    const complete = Math.min(to, this.completeLines);
    this.index.ends.copyTo(ends, first, complete, start);
    this.index.traits.copyTo(traits, first, complete);
    // A last line without newline is not indexed yet.
    if (complete < to) traits[to - first - 1] = TRAIT.odd | TRAIT.wide;
    ends[to - first - 1] = end - start;
    return { first, bytes: this.copy(start, end, into), ends, traits };
  }

  private copy(start: number, end: number, into?: Uint8Array): Uint8Array {
    if (!into) return this.bytes.slice(start, end);
    const room = into.length < end - start ? new Uint8Array(end - start) : into;
    this.bytes.copyTo(room.subarray(0, end - start), start);
    return room;
  }

  /** The first line that ends behind `offset`, but never `first` itself. A line over the cap stands alone. */
  private pieceEnd(first: number, limit: number, offset: number): number {
    let low = first + 1;
    let high = Math.max(low, Math.min(limit, this.index.longLineFrom(first)));
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.end(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private hasTail(): boolean {
    const last = this.index.ends.at(this.completeLines - 1);
    return this.bytes.length > (last === undefined ? 0 : last + 1);
  }

  private start(index: number): number {
    const before = this.index.ends.at(index - 1);
    return before === undefined ? 0 : before + 1;
  }

  private end(index: number): number {
    return this.index.ends.at(index) ?? this.bytes.length;
  }
}

const ENCODER = new TextEncoder();
