/** Bits of a table's index: 16,384 places for the sequences of a dictionary, or of one object. */
const BITS = 14;
/** Beyond this many bytes the table begins anew, long before its 31 bits are used up. */
const LONGEST_HISTORY = 1 << 30;

/** Where a sequence of five bytes was seen last. What was put into another's place is forgotten: then a match is missed. */
export class Matches {
  readonly #seen = new Int32Array(1 << BITS).fill(-1);
  /** Added to every position, so that those of the text before are told from those of this one without clearing. */
  #base = 0;

  /** Forgets every position; the next text has `length` bytes. */
  begin(length: number): void {
    this.#base += this.#length;
    this.#length = length;
    if (this.#base + length < LONGEST_HISTORY) return;
    this.#seen.fill(-1);
    this.#base = 0;
  }

  #length = 0;

  add(bytes: Uint8Array, at: number): void {
    this.#seen[hashOf(bytes, at)] = this.#base + at;
  }

  /** Where the sequence at `at` may have been before; -1 when it was not. The bytes there must be compared. */
  find(bytes: Uint8Array, at: number): number {
    const found = (this.#seen[hashOf(bytes, at)] ?? -1) - this.#base;
    return found < 0 ? -1 : found;
  }
}

function hashOf(bytes: Uint8Array, at: number): number {
  const four =
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24);
  const fifth = bytes[at + 4] ?? 0;
  return (
    (Math.imul(four, 0x9e3779b1) ^ Math.imul(fifth, 0x85ebca6b)) >>> (32 - BITS)
  );
}
