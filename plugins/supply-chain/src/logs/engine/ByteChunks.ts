/** Bytes a chunk. A power of two, so that an offset finds its chunk by shifting; small enough that a short log wastes little. */
const CHUNK_BITS = 16;
const CHUNK_SIZE = 1 << CHUNK_BITS;

/** Bytes that only grow at the end, held in chunks of one size: no copy of what is already there, no string. */
export class ByteChunks {
  private readonly chunks: Uint8Array[] = [];
  private used = 0;

  get length(): number {
    return this.used;
  }

  append(bytes: Uint8Array): void {
    let taken = 0;
    while (taken < bytes.length) {
      const offset = this.used & (CHUNK_SIZE - 1);
      const chunk =
        this.chunks[this.used >>> CHUNK_BITS] ?? this.startNextChunk();
      const piece = bytes.subarray(taken, taken + CHUNK_SIZE - offset);
      chunk.set(piece, offset);
      this.used += piece.length;
      taken += piece.length;
    }
  }

  /** The bytes `[from, to)`: a window where they lie in one chunk, else a copy. Not to be written to. */
  slice(from: number, to: number): Uint8Array {
    const end = Math.min(to, this.used);
    const start = Math.min(Math.max(from, 0), end);
    const first = start >>> CHUNK_BITS;
    if (first === (end - 1) >>> CHUNK_BITS) {
      const base = first << CHUNK_BITS;
      return (this.chunks[first] ?? EMPTY).subarray(start - base, end - base);
    }
    const whole = new Uint8Array(end - start);
    for (let at = start; at < end; ) {
      const index = at >>> CHUNK_BITS;
      const base = index * CHUNK_SIZE;
      const piece = (this.chunks[index] ?? EMPTY).subarray(
        at - base,
        Math.min(end - base, CHUNK_SIZE),
      );
      whole.set(piece, at - start);
      at += piece.length;
    }
    return whole;
  }

  private startNextChunk(): Uint8Array {
    const chunk = new Uint8Array(CHUNK_SIZE);
    this.chunks.push(chunk);
    return chunk;
  }
}

const EMPTY = new Uint8Array(0);
