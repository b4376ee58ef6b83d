import { ChunkedNumbers } from './ChunkedNumbers';
import { LINE_CAP } from './lineCap';
import { TRAIT } from './lineTraits';
import { ESC } from './readEscape';
import { readPenOn } from './readPenOn';
import { SgrPen } from './SgrPen';
import { SpecialBytes } from './SpecialBytes';

/** Lines between two remembered styles: to show any line at most this many are read before it, about 0.1 ms. */
export const CHECKPOINT_EVERY = 256;

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const DELETE = 0x7f;
const OPENING_BRACKET = 0x5b;
const COLON_OR_LESS = 0x3b;
const ZERO = 0x30;
const M = 0x6d;

/** Where lines end, what is in them, and the style at every {@link CHECKPOINT_EVERY}th: one pass over the bytes, about 1 GB/s. */
export class LineIndex {
  /** Offset of each newline. 32 bits: a log of up to 4 GiB. */
  readonly ends = ChunkedNumbers.uint32();
  /** {@link TRAIT}s of each complete line. */
  readonly traits = ChunkedNumbers.uint8();
  /** Flags, foreground and background at the start of line 0, 256, 512, … one after the other. */
  readonly styles = ChunkedNumbers.int32();

  /** Lines over the cap: few, however long the log. */
  private readonly longLines: number[] = [];
  private lineStart = 0;
  private readonly pen = new SgrPen();
  private current = 0;
  /** The pen at the start of the current line: taken up again where the line has to be read as a whole. */
  private readonly before = { flags: 0, foreground: 0, background: 0 };
  /** A line with an escape that is not simply a style is read again when it is complete. */
  private readAgain = false;

  /** `lineBytes` gives the bytes `[from, to)` of the whole log, those of the last {@link read} included. */
  constructor(
    private readonly lineBytes: (from: number, to: number) => Uint8Array,
  ) {
    this.rememberStyle();
  }

  /** Goes on with the bytes that stand at `base`. Pieces may be cut anywhere. */
  read(bytes: Uint8Array, base: number): void {
    const special = new SpecialBytes(bytes);
    for (
      let at = special.next(0);
      at < bytes.length;
      at = special.next(at + 1)
    ) {
      const byte = bytes[at] ?? 0;
      if (byte === NEWLINE) this.endLine(base + at);
      else if (byte === ESC) at = this.readStyle(bytes, at);
      else if (byte < SPACE || byte === DELETE) {
        const endsLine =
          byte === RETURN && at + 1 < bytes.length && bytes[at + 1] === NEWLINE;
        if (!endsLine) this.current |= TRAIT.odd;
      } else {
        this.current |= TRAIT.wide;
        if (isInvisible(bytes, at)) this.current |= TRAIT.odd;
      }
    }
  }

  /** The first line at or behind `line` that is over the cap; Infinity when there is none. */
  longLineFrom(line: number): number {
    return this.longLines.find(each => each >= line) ?? Infinity;
  }

  private endLine(end: number): void {
    const line = this.ends.length;
    if (end - this.lineStart > LINE_CAP) this.longLines.push(line);
    if (this.readAgain) {
      const { flags, foreground, background } = this.before;
      this.pen.set(flags, foreground, background);
      readPenOn(this.lineBytes(this.lineStart, end), this.pen);
      this.readAgain = false;
    }
    this.ends.push(end);
    this.traits.push(this.current);
    this.current = 0;
    this.lineStart = end + 1;
    if ((line + 1) % CHECKPOINT_EVERY === 0) this.rememberStyle();
  }

  private rememberStyle(): void {
    this.styles.push(this.pen.flags);
    this.styles.push(this.pen.foreground);
    this.styles.push(this.pen.background);
  }

  /** Returns the last byte of the escape sequence at `at`, as far as it was read. */
  private readStyle(bytes: Uint8Array, at: number): number {
    if ((this.current & TRAIT.styled) === 0) {
      this.current |= TRAIT.styled;
      const { before, pen } = this;
      before.flags = pen.flags;
      before.foreground = pen.foreground;
      before.background = pen.background;
    }
    const { length } = bytes;
    if (
      !this.readAgain &&
      at + 1 < length &&
      bytes[at + 1] === OPENING_BRACKET
    ) {
      let end = at + 2;
      while (end < length && isParameter(bytes[end])) end += 1;
      if (end < length && bytes[end] === M) {
        this.pen.apply(bytes, at + 2, end);
        return end;
      }
    }
    this.readAgain = true;
    this.current |= TRAIT.odd;
    return at;
  }
}

function isParameter(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= COLON_OR_LESS;
}

/**
 * True for the first byte of what `makeVisible` shows as something else: C1, bidirectional controls, separators. Also
 * where the character is cut off: it may be one.
 */
function isInvisible(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at];
  if (lead !== 0xc2 && lead !== 0xd8 && lead !== 0xe2) return false;
  const second = bytes[at + 1];
  if (second === undefined) return true;
  if (lead === 0xc2) return second < 0xa0;
  if (lead === 0xd8) return second === 0x9c;
  const third = bytes[at + 2];
  if (second === 0x80)
    return (
      third === undefined || third <= 0x8f || (third >= 0xa8 && third <= 0xae)
    );
  if (second === 0x81)
    return third === undefined || (third >= 0xa6 && third <= 0xa9);
  return false;
}
