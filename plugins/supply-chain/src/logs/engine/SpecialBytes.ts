/**
 * Finds the bytes that mean something for a line: newlines, controls, escapes, what is not ASCII. All else is skipped,
 * four bytes at a time.
 */
export class SpecialBytes {
  /** The same bytes as numbers of four, from the first aligned one on; little-endian, as wherever browsers run. */
  private readonly words: Int32Array;
  private readonly firstWord: number;

  constructor(private readonly bytes: Uint8Array) {
    this.firstWord = -bytes.byteOffset & 3;
    const words = (bytes.length - this.firstWord) >> 2;
    this.words =
      words > 0
        ? new Int32Array(bytes.buffer, bytes.byteOffset + this.firstWord, words)
        : NO_WORDS;
  }

  /** The first special byte at or behind `from`; the length when there is none. */
  next(from: number): number {
    const { bytes, words, firstWord } = this;
    const first = from - firstWord;
    if (first < 0) {
      for (let at = from; at < firstWord; at += 1)
        if (isSpecial(bytes, at)) return at;
      return from < firstWord ? this.next(firstWord) : bytes.length;
    }
    let word = first >> 2;
    if (word < words.length) {
      let flags = flagsOf(words[word] ?? 0) & (-1 << ((first & 3) << 3));
      for (;;) {
        while (flags !== 0) {
          const at =
            firstWord + (word << 2) + ((31 - Math.clz32(flags & -flags)) >> 3);
          if (isSpecial(bytes, at)) return at;
          flags &= flags - 1;
        }
        word += 1;
        if (word >= words.length) break;
        flags = flagsOf(words[word] ?? 0);
      }
    }
    const { length } = bytes;
    let at = Math.max(from, firstWord + (words.length << 2));
    while (at < length && !isSpecial(bytes, at)) at += 1;
    return at;
  }
}

/**
 * The highest bit of each of the four bytes that may be special: less than a space borrows into it, 0x7f carries into it,
 * and what is not ASCII has it. A tab has it too, and a neighbour's borrow may set it for nothing: look at the byte.
 */
function flagsOf(word: number): number {
  return (word | (word - 0x20202020) | (word + 0x01010101)) & 0x80808080;
}

function isSpecial(bytes: Uint8Array, at: number): boolean {
  return IS_SPECIAL[bytes[at] ?? 0] === 1;
}

const NO_WORDS = new Int32Array(0);

const IS_SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 0x20 && byte !== 0x09) || byte >= 0x7f ? 1 : 0,
);
