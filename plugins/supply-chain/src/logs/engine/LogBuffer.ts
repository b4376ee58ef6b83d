import { ByteChunks } from './ByteChunks';
import { GrowableNumbers } from './GrowableNumbers';

/**
 * Bytes of one line that are shown and searched: 64 KiB. A longer line (a minified bundle printed by a tool) would
 * stall layout in every browser; the download has all of it.
 */
export const LINE_CAP = 64 * 1024;

const NEWLINE = 0x0a;

/** The log of one step: its bytes and where its lines end. A line is a number until somebody looks at it. */
export class LogBuffer {
  private readonly bytes = new ByteChunks();
  /** Offset of each newline. 32 bits: a log of up to 4 GiB. */
  private readonly newlines = GrowableNumbers.uint32();
  /** When each line was written, in ms since 1970; NaN where nobody said. */
  private readonly times = GrowableNumbers.float64();

  get byteLength(): number {
    return this.bytes.length;
  }

  /** Lines ended by a newline. These never change again. */
  get completeLines(): number {
    return this.newlines.length;
  }

  /** All lines, a last one without newline included. */
  get lineCount(): number {
    return this.newlines.length + (this.hasTail() ? 1 : 0);
  }

  append(bytes: Uint8Array): void {
    const base = this.bytes.length;
    this.bytes.append(bytes);
    for (
      let at = bytes.indexOf(NEWLINE);
      at !== -1;
      at = bytes.indexOf(NEWLINE, at + 1)
    ) {
      this.newlines.push(base + at);
    }
  }

  /** Appends whole lines, joined by newlines and without the final one, as a `lines` message brings them. */
  appendLines(text: string, times: readonly string[] = []): void {
    const before = this.lineCount;
    this.append(ENCODER.encode(`${text}\n`));
    if (times.length === 0) return;
    while (this.times.length < before) this.times.push(NaN);
    for (const time of times) this.times.push(Date.parse(time));
  }

  /** The bytes of a line without its newline; of a very long one the first {@link LINE_CAP}. */
  line(index: number): Uint8Array {
    const { start, end } = this.range(index);
    return this.bytes.slice(start, Math.min(end, start + LINE_CAP));
  }

  /** Bytes of a line that {@link line} leaves out. */
  hiddenBytes(index: number): number {
    const { start, end } = this.range(index);
    return Math.max(0, end - start - LINE_CAP);
  }

  /** When the line was written, ms since 1970; undefined where it is not known. */
  timeOf(index: number): number | undefined {
    const time = this.times.at(index);
    return time === undefined || Number.isNaN(time) ? undefined : time;
  }

  private hasTail(): boolean {
    const last = this.newlines.at(this.newlines.length - 1);
    return this.bytes.length > (last === undefined ? 0 : last + 1);
  }

  private range(index: number): { start: number; end: number } {
    const before = this.newlines.at(index - 1);
    return {
      start: before === undefined ? 0 : before + 1,
      end: this.newlines.at(index) ?? this.bytes.length,
    };
  }
}

const ENCODER = new TextEncoder();
