/** Bytes of a chunk that small pieces are gathered in: few chunks to search in, and a short log wastes little. */
const GATHERED = 64 * 1024;

/** A piece of at least this size is kept as it is instead of being copied. */
const KEPT_WHOLE = GATHERED;

/** Bytes that only grow at the end, in chunks: no copy of what is already there, no string. */
export class ByteChunks {
  private readonly chunks: Uint8Array[] = [];
  /** Offset of the first byte of each chunk. */
  private readonly starts: number[] = [];
  private used = 0;
  /** Room left in the last chunk. */
  private room = 0;
  /** The chunk that was asked for last: the next question is about the same or the one after it. */
  private lastAsked = 0;

  get length(): number {
    return this.used;
  }

  /** Large pieces are not copied: whoever hands them in must not change them any more. */
  append(bytes: Uint8Array): void {
    if (bytes.length >= KEPT_WHOLE) {
      this.cutLastChunk();
      this.start(bytes, bytes.length);
      return;
    }
    let taken = 0;
    while (taken < bytes.length) {
      if (this.room === 0) this.start(new Uint8Array(GATHERED), 0);
      const last = this.chunks[this.chunks.length - 1] ?? EMPTY;
      const piece = bytes.subarray(taken, taken + this.room);
      last.set(piece, last.length - this.room);
      this.used += piece.length;
      this.room -= piece.length;
      taken += piece.length;
    }
  }

  /** The bytes `[from, to)`: a window where they lie in one chunk, else a copy. Not to be written to. */
  slice(from: number, to: number): Uint8Array {
    const end = Math.min(to, this.used);
    const start = Math.min(Math.max(from, 0), end);
    const index = this.chunkOf(start);
    const base = this.starts[index] ?? 0;
    const chunk = this.chunks[index] ?? EMPTY;
    if (end <= base + chunk.length)
      return chunk.subarray(start - base, end - base);
    const whole = new Uint8Array(end - start);
    this.copyTo(whole, start);
    return whole;
  }

  /** All bytes, as they are kept: windows, not copies. Not to be written to. */
  pieces(): Uint8Array[] {
    const last = this.chunks.length - 1;
    return this.chunks.map((chunk, index) =>
      index === last ? chunk.subarray(0, chunk.length - this.room) : chunk,
    );
  }

  /** Fills `into` with the bytes from `from` on. */
  copyTo(into: Uint8Array, from: number): void {
    let copied = 0;
    for (let index = this.chunkOf(from); copied < into.length; index += 1) {
      const chunk = this.chunks[index];
      if (!chunk) return;
      const offset = from + copied - (this.starts[index] ?? 0);
      const piece = chunk.subarray(offset, offset + into.length - copied);
      into.set(piece, copied);
      copied += piece.length;
    }
  }

  private chunkOf(offset: number): number {
    const { starts } = this;
    let low = this.lastAsked;
    if ((starts[low] ?? 0) > offset) low = 0;
    let high = Math.min(low + 2, starts.length);
    if ((starts[high] ?? Infinity) <= offset) high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    this.lastAsked = low;
    return low;
  }

  private start(chunk: Uint8Array, filled: number): void {
    this.chunks.push(chunk);
    this.starts.push(this.used);
    this.used += filled;
    this.room = chunk.length - filled;
  }

  /** Ends the chunk that is being filled where it is filled to, and gives its room back. */
  private cutLastChunk(): void {
    const last = this.chunks[this.chunks.length - 1];
    if (!last || this.room === 0) return;
    this.chunks[this.chunks.length - 1] = last.slice(
      0,
      last.length - this.room,
    );
    this.room = 0;
  }
}

const EMPTY = new Uint8Array(0);
