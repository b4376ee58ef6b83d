import type { LogLine } from './LogLine';
import { timeOf, type RawLine } from './RawLine';

/** Bytes of a page. A log forgets its beginning page by page; a line (64 KiB at most) always fits into one. */
export const PAGE_BYTES = 256 * 1024;

/** A short log costs no more than this to hold. */
const FIRST_BYTES = 4 * 1024;

/** Before the bytes of each entry: length of its time, flags, count, bytes cut. */
const HEAD = { time: 0, flags: 1, count: 2, cut: 6, bytes: 14 } as const;
const UNTERMINATED = 1;

/** Bytes that the place of an entry takes in an array. */
const PLACE = 8;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Some lines of a log side by side in one piece of memory that the garbage collector does not walk through. */
export class LogPage {
  #data: Buffer;
  #used = 0;
  readonly #starts: number[] = [];

  /**
   * `first`: how many entries of the log came before; `before`: what all of them cost; `of`: a page that is not used any
   * more, whose memory this one takes over.
   */
  constructor(readonly first: number, readonly before: number, of?: LogPage) {
    this.#data = of ? of.#data : Buffer.allocUnsafeSlow(FIRST_BYTES);
  }

  get length(): number {
    return this.#starts.length;
  }

  get cost(): number {
    return this.#used + PLACE * this.length;
  }

  /** False when there is no room for it. */
  push({ bytes, timeLength, cut, unterminated }: RawLine, count: number) {
    const end = this.#used + HEAD.bytes + bytes.length;
    if (end > PAGE_BYTES && this.length > 0) return false;
    if (end > this.#data.length) this.#grow(end);
    const start = this.#used;
    this.#data.writeUInt8(timeLength, start + HEAD.time);
    this.#data.writeUInt8(unterminated ? UNTERMINATED : 0, start + HEAD.flags);
    this.#data.writeUInt32LE(count, start + HEAD.count);
    this.#data.writeDoubleLE(cut, start + HEAD.cut);
    this.#data.set(bytes, start + HEAD.bytes);
    this.#starts.push(start);
    this.#used = end;
    return true;
  }

  /** What all entries of the log have cost that came before this one. */
  costBefore(index: number): number {
    return this.before + (this.#starts[index] ?? this.#used) + PLACE * index;
  }

  raw(index: number): RawLine {
    const start = this.#starts[index] ?? 0;
    return {
      bytes: this.#bytes(index),
      timeLength: this.#data.readUInt8(start + HEAD.time),
      cut: this.#data.readDoubleLE(start + HEAD.cut),
      unterminated: this.#data.readUInt8(start + HEAD.flags) === UNTERMINATED,
    };
  }

  line(index: number): LogLine {
    const raw = this.raw(index);
    const { bytes, timeLength, cut, unterminated } = raw;
    return {
      at: timeLength ? timeOf(raw) : undefined,
      text: decoder.decode(bytes.subarray(timeLength && timeLength + 1)),
      count: this.#count(index),
      unterminated,
      cut,
    };
  }

  isAt(index: number, time: Uint8Array, count: number): boolean {
    if (this.#count(index) !== count) return false;
    const { bytes, timeLength } = this.raw(index);
    return Buffer.compare(bytes.subarray(0, timeLength), time) === 0;
  }

  #count(index: number): number {
    return this.#data.readUInt32LE((this.#starts[index] ?? 0) + HEAD.count);
  }

  #bytes(index: number): Buffer {
    const start = (this.#starts[index] ?? 0) + HEAD.bytes;
    return this.#data.subarray(start, this.#starts[index + 1] ?? this.#used);
  }

  #grow(end: number): void {
    const size = Math.max(end, Math.min(PAGE_BYTES, this.#data.length * 4));
    const data = Buffer.allocUnsafeSlow(size);
    this.#data.copy(data, 0, 0, this.#used);
    this.#data = data;
  }
}
