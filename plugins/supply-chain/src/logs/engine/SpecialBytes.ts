/** Finds the bytes that mean something for a line: newlines, controls, escapes, what is not ASCII. All else is skipped, four at a time. */
export class SpecialBytes {
  /** The same bytes as numbers of four, from the first aligned one on. */
  private readonly words: Uint32Array;
  private readonly firstWord: number;

  constructor(private readonly bytes: Uint8Array) {
    this.firstWord = -bytes.byteOffset & 3;
    const words = (bytes.length - this.firstWord) >> 2;
    this.words =
      words > 0
        ? new Uint32Array(
            bytes.buffer,
            bytes.byteOffset + this.firstWord,
            words,
          )
        : NO_WORDS;
  }

  /** The first special byte at or behind `from`; the length when there is none. */
  next(from: number): number {
    const { bytes, words, firstWord } = this;
    const { length } = bytes;
    let at = from;
    while (at < length) {
      if (((at - firstWord) & 3) === 0) {
        let word = (at - firstWord) >> 2;
        while (word < words.length && isOrdinary(words[word] ?? 0)) word += 1;
        at = firstWord + word * 4;
        if (at >= length) break;
      }
      if (IS_SPECIAL[bytes[at] ?? 0] === 1) return at;
      at += 1;
    }
    return length;
  }
}

/**
 * True when none of the four bytes is special. Less than a space borrows into the highest bit of its byte, 0x7f carries
 * into it, and what is not ASCII has it; a neighbour's borrow may say false for nothing, which costs a second look.
 */
function isOrdinary(word: number): boolean {
  return (
    ((word | (word - 0x20202020) | (word + 0x01010101)) & 0x80808080) === 0
  );
}

const NO_WORDS = new Uint32Array(0);

const IS_SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 0x20 && byte !== 0x09) || byte >= 0x7f ? 1 : 0,
);
