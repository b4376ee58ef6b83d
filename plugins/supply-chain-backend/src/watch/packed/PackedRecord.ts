import type { PackedText } from './TextPacker';

const READABLE = 1;
const LEARNT = 2;

/**
 * An object's bytes: a byte of flags, how many names follow, the names (each its length and its UTF-8), the packed text.
 * Numbers take four bytes.
 */
export class PackedRecord {
  readonly bytes: Buffer;

  /** Reads what `head` and a packed text make together. */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** What stands before the packed text. */
  static head(
    names: readonly [key: string, ...entries: string[]],
    readable: boolean,
    { learnt }: PackedText,
  ): Buffer {
    const lengths = names.map(name => Buffer.byteLength(name));
    const bytes = lengths.reduce((sum, length) => sum + 4 + length, 5);
    const head = Buffer.allocUnsafe(bytes);
    head[0] = (readable ? READABLE : 0) | (learnt ? LEARNT : 0);
    let at = head.writeUInt32LE(names.length, 1);
    for (const [n, name] of names.entries()) {
      at = head.writeUInt32LE(lengths[n] ?? 0, at);
      at += head.write(name, at);
    }
    return head;
  }

  get readable(): boolean {
    return this.#has(READABLE);
  }

  get key(): string {
    return this.#name(5);
  }

  /** Index entries under which it can be found. */
  get entries(): string[] {
    const entries: string[] = [];
    let at = this.#after(5);
    for (let left = this.#names; left > 1; left -= 1) {
      entries.push(this.#name(at));
      at = this.#after(at);
    }
    return entries;
  }

  get text(): PackedText {
    let at = 5;
    for (let left = this.#names; left > 0; left -= 1) at = this.#after(at);
    return { learnt: this.#has(LEARNT), bytes: this.bytes.subarray(at) };
  }

  get #names(): number {
    return this.bytes.readUInt32LE(1);
  }

  #has(flag: number): boolean {
    return ((this.bytes[0] ?? 0) & flag) !== 0;
  }

  #name(at: number): string {
    return this.bytes.toString('utf8', at + 4, this.#after(at));
  }

  #after(at: number): number {
    return at + 4 + this.bytes.readUInt32LE(at);
  }
}
