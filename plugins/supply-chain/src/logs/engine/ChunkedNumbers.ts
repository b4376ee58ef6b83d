/** Numbers a chunk, as a power of two: 16 KB of 32 bits. A short log wastes little, and a long one never copies what it has. */
const CHUNK_BITS = 12;
const CHUNK_LENGTH = 1 << CHUNK_BITS;

type Numbers = Uint8Array | Int32Array | Uint32Array;

/** A list of numbers that only grows, in typed arrays of one size: no objects for the garbage collector to walk. */
export class ChunkedNumbers<T extends Numbers> {
  private readonly chunks: T[] = [];
  private used = 0;
  /** The chunk that is being filled. */
  private last: T;

  private constructor(private readonly allocate: (length: number) => T) {
    this.last = allocate(0);
  }

  static uint8(): ChunkedNumbers<Uint8Array> {
    return new ChunkedNumbers(length => new Uint8Array(length));
  }

  static int32(): ChunkedNumbers<Int32Array> {
    return new ChunkedNumbers(length => new Int32Array(length));
  }

  static uint32(): ChunkedNumbers<Uint32Array> {
    return new ChunkedNumbers(length => new Uint32Array(length));
  }

  get length(): number {
    return this.used;
  }

  push(value: number): void {
    const at = this.used & (CHUNK_LENGTH - 1);
    if (at === 0) this.last = this.startChunk();
    this.last[at] = value;
    this.used += 1;
  }

  at(index: number): number | undefined {
    return index >= 0 && index < this.used
      ? this.chunks[index >>> CHUNK_BITS]?.[index & (CHUNK_LENGTH - 1)]
      : undefined;
  }

  /** The numbers `[from, to)`, each less `base`, in one array of `into`. */
  copyTo<U extends Numbers>(into: U, from: number, to: number, base = 0): U {
    for (let index = from; index < to; ) {
      const chunk = this.chunks[index >>> CHUNK_BITS];
      const first = index & (CHUNK_LENGTH - 1);
      const count = Math.min(to - index, CHUNK_LENGTH - first);
      for (let n = 0; n < count; n += 1)
        into[index - from + n] = (chunk?.[first + n] ?? 0) - base;
      index += count;
    }
    return into;
  }

  private startChunk(): T {
    const chunk = this.allocate(CHUNK_LENGTH);
    this.chunks.push(chunk);
    return chunk;
  }
}
