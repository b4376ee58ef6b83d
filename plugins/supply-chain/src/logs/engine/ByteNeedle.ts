/**
 * Finds a text in bytes without decoding them (Boyer-Moore-Horspool): from the last byte of where the text may stand
 * it knows how far to go on, so that most bytes are never looked at. Case, where it does not count, is folded for
 * ASCII letters only.
 */
export class ByteNeedle {
  private readonly needle: Uint8Array;
  private readonly fold: Uint8Array;
  /** How far the needle may go on, by the byte under its last one; 0 for the last byte itself. */
  private readonly skips = new Int32Array(256);
  /** Which two bytes, folded, follow each other in the needle. */
  private readonly pairs = new Uint8Array(65_536);
  /** How far it may go on after its last byte was right and another was not. */
  private readonly skipAfterLast: number;

  /** `text`: at least one byte, no newline. */
  constructor(text: Uint8Array, matchCase: boolean) {
    this.fold = matchCase ? AS_IT_IS : TO_LOWER_CASE;
    this.needle = text.map(byte => this.fold[byte] ?? byte);
    const { needle, skips } = this;
    const last = needle.length - 1;
    const distanceOf = (folded: number) =>
      last - needle.subarray(0, last).lastIndexOf(folded);
    for (let byte = 0; byte < 256; byte += 1)
      skips[byte] = distanceOf(this.fold[byte] ?? byte);
    this.skipAfterLast = distanceOf(needle[last] ?? 0);
    for (let byte = 0; byte < 256; byte += 1)
      if (this.fold[byte] === needle[last]) skips[byte] = 0;
    for (let at = 0; at < last; at += 1)
      this.pairs[((needle[at] ?? 0) << 8) | (needle[at + 1] ?? 0)] = 1;
  }

  get length(): number {
    return this.needle.length;
  }

  /** Whether one byte may be followed by the other within the text. */
  hasPair(one: number, other: number): boolean {
    const { fold, pairs } = this;
    return pairs[((fold[one] ?? 0) << 8) | (fold[other] ?? 0)] === 1;
  }

  /** Where the text stands first within `[from, to)`; -1 where it does not. */
  next(bytes: Uint8Array, from: number, to: number): number {
    const { needle, skips, skipAfterLast } = this;
    const last = needle.length - 1;
    let at = from + last;
    while (at < to) {
      const skip = skips[bytes[at] ?? 0] ?? 1;
      if (skip !== 0) at += skip;
      else if (this.standsAt(bytes, at - last)) return at - last;
      else at += skipAfterLast;
    }
    return -1;
  }

  /**
   * Appends to `found` where the text stands within `[from, to)`, in order and one behind the other. Goes through the
   * part before `middle` and the part behind it at once, because each step waits for the one before it: no text may
   * reach over `middle`.
   */
  all(
    bytes: Uint8Array,
    from: number,
    middle: number,
    to: number,
    found: number[],
  ): void {
    const { skips, skipAfterLast, length } = this;
    const last = length - 1;
    const behind: number[] = [];
    let at = from + last;
    let other = middle + last;
    while (at < middle && other < to) {
      const skip = skips[bytes[at] ?? 0] ?? 1;
      const otherSkip = skips[bytes[other] ?? 0] ?? 1;
      if (skip !== 0) at += skip;
      else if (this.standsAt(bytes, at - last)) {
        found.push(at - last);
        at += length;
      } else at += skipAfterLast;
      if (otherSkip !== 0) other += otherSkip;
      else if (this.standsAt(bytes, other - last)) {
        behind.push(other - last);
        other += length;
      } else other += skipAfterLast;
    }
    this.rest(bytes, at - last, middle, found);
    this.rest(bytes, other - last, to, behind);
    for (const each of behind) found.push(each);
  }

  private rest(
    bytes: Uint8Array,
    from: number,
    to: number,
    found: number[],
  ): void {
    for (
      let at = this.next(bytes, from, to);
      at !== -1;
      at = this.next(bytes, at + this.length, to)
    )
      found.push(at);
  }

  /** Whether the text stands at `start`, where its last byte is known to be right. */
  private standsAt(bytes: Uint8Array, start: number): boolean {
    const { needle, fold } = this;
    let same = needle.length - 2;
    while (same >= 0 && fold[bytes[start + same] ?? 0] === needle[same])
      same -= 1;
    return same < 0;
  }
}

const AS_IT_IS = Uint8Array.from({ length: 256 }, (_, byte) => byte);

const TO_LOWER_CASE = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);
