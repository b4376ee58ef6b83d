import type { Dictionary } from './Dictionary';
import { Matches } from './Matches';
import { FARTHEST, SHORTEST_HEX, SHORTEST_MATCH, TOKEN } from './packedFormat';

/** Bytes of a text that the common workspace is made for; a longer one gets its own. */
const ORDINARY = 128 * 1024;

interface Workspace {
  readonly text: Buffer;
  readonly packed: Buffer;
}

/** Shared by all, which is safe because nothing here waits: a text is packed, and copied by the caller, in one go. */
const common = workspace(ORDINARY);
const seen = new Matches();

/** By byte: the value of a lower-case hexadecimal digit; -1 for all else. */
const HEX = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 16; digit += 1) {
  HEX[digit.toString(16).charCodeAt(0)] = digit;
}

class Packing {
  readonly #text: Buffer;
  readonly #packed: Buffer;
  readonly #length: number;
  readonly #dictionary: Dictionary;
  #end = 0;
  /** Where bytes begin that are not packed yet. */
  #plainFrom = 0;

  constructor(space: Workspace, length: number, dictionary: Dictionary) {
    this.#text = space.text;
    this.#packed = space.packed;
    this.#length = length;
    this.#dictionary = dictionary;
  }

  run(): Uint8Array {
    seen.begin(this.#length);
    let at = 0;
    while (at < this.#length) {
      const to = this.#match(at) || this.#hex(at);
      if (to > 0) this.#plainFrom = to;
      at = to || at + 1;
    }
    this.#plain(this.#length);
    return this.#packed.subarray(0, this.#end);
  }

  /** Returns where the packed part ends; 0 when nothing was there to pack. */
  #match(at: number): number {
    if (at + SHORTEST_MATCH > this.#length) return 0;
    const text = this.#text;
    const known = this.#dictionary.find(text, at);
    const before = seen.find(text, at);
    const knownLength =
      known === -1 ? 0 : this.#same(this.#dictionary.bytes, known, at);
    const beforeLength =
      before === -1 || at - before > FARTHEST
        ? 0
        : this.#same(text, before, at);
    seen.add(text, at);
    const length = Math.max(knownLength, beforeLength);
    if (length < SHORTEST_MATCH) return 0;
    this.#plain(at);
    const isKnown = knownLength >= beforeLength;
    this.#token(
      isKnown ? TOKEN.known : TOKEN.repeated,
      length - SHORTEST_MATCH,
    );
    const where = isKnown ? known : at - before;
    this.#write(where & 0xff);
    this.#write(where >>> 8);
    return at + length;
  }

  #hex(at: number): number {
    if (!this.#isHex(at) || (at > 0 && this.#isHex(at - 1))) return 0;
    let to = at + 1;
    while (to < this.#length && this.#isHex(to)) to += 1;
    to -= (to - at) % 2;
    if (to - at < SHORTEST_HEX) return 0;
    this.#plain(at);
    this.#token(TOKEN.hex, (to - at - SHORTEST_HEX) / 2);
    for (let digit = at; digit < to; digit += 2) {
      this.#write((this.#hexAt(digit) << 4) | this.#hexAt(digit + 1));
    }
    return to;
  }

  #plain(to: number): void {
    if (to === this.#plainFrom) return;
    this.#token(TOKEN.literal, to - this.#plainFrom - 1);
    for (let at = this.#plainFrom; at < to; at += 1) {
      this.#write(this.#text[at] ?? 0);
    }
    this.#plainFrom = to;
  }

  #token(kind: number, length: number): void {
    const here = Math.min(length, TOKEN.length);
    this.#write(kind | here);
    if (here < TOKEN.length) return;
    let rest = length - here;
    for (; rest >= 255; rest -= 255) this.#write(255);
    this.#write(rest);
  }

  #write(byte: number): void {
    this.#packed[this.#end] = byte;
    this.#end += 1;
  }

  #same(bytes: Uint8Array, from: number, at: number): number {
    const most = Math.min(this.#length - at, bytes.length - from);
    let length = 0;
    while (length < most && bytes[from + length] === this.#text[at + length]) {
      length += 1;
    }
    return length;
  }

  #isHex(at: number): boolean {
    return this.#hexAt(at) !== -1;
  }

  #hexAt(at: number): number {
    return HEX[this.#text[at] ?? 0] ?? -1;
  }
}

/** A text -> fewer bytes, as `packedFormat.ts` tells. They are a view that only lasts until the next call. */
export function packText(text: string, dictionary: Dictionary): Uint8Array {
  // No UTF-16 unit becomes more than three bytes, and packing adds less than the same again.
  const space =
    text.length * 3 > ORDINARY ? workspace(text.length * 3) : common;
  const length = space.text.write(text, 0, 'utf8');
  return new Packing(space, length, dictionary).run();
}

function workspace(textBytes: number): Workspace {
  return {
    text: Buffer.allocUnsafeSlow(textBytes),
    // A token for each 63 bytes at worst.
    packed: Buffer.allocUnsafeSlow(textBytes + (textBytes >>> 4) + 16),
  };
}
