import { Int32List } from './Int32List';

/** Bytes of the first slab; each further one is twice as long, so that a small store stays small. */
const FIRST_SLAB = 4 * 1024;
/** Bytes of a slab at most: short enough to be moved in a fraction of a millisecond. */
const LONGEST_SLAB = 256 * 1024;
/** Part of a slab that may be holes. Beyond, what lives in it moves: two bytes are copied for each byte that is won. */
const HOLES = 1 / 3;
/** Bytes before each record: its id and its length. */
const HEAD = 8;

interface Slab {
  readonly bytes: Buffer;
  /** Where it is written next. */
  end: number;
  holes: number;
}

/** Records of bytes by small numbers, outside the V8 heap. Holes are closed as they come. */
export class Slabs {
  readonly #slabs: (Slab | undefined)[] = [];
  /** By id: the number of its slab + 1; 0 when it has no record. */
  readonly #slabOf = new Int32List();
  readonly #at = new Int32List();
  #writing = -1;
  #nextLength = FIRST_SLAB;

  /** Bytes that it occupies, holes included. */
  get bytes(): number {
    return this.#slabs.reduce(
      (sum, slab) => sum + (slab?.bytes.length ?? 0),
      0,
    );
  }

  has(id: number): boolean {
    return this.#slabOf.at(id) !== 0;
  }

  /** The record is as long as its parts together. Only for an id that has none. */
  put(id: number, ...parts: readonly Uint8Array[]): void {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const [number, slab] = this.#slabFor(HEAD + length);
    slab.bytes.writeInt32LE(id, slab.end);
    slab.bytes.writeInt32LE(length, slab.end + 4);
    let at = slab.end + HEAD;
    this.#slabOf.set(id, number + 1);
    this.#at.set(id, at);
    for (const part of parts) {
      slab.bytes.set(part, at);
      at += part.length;
    }
    slab.end = at;
  }

  /** A view of the record until the next change; empty when the id has none. */
  read(id: number): Buffer {
    const slab = this.#slabs[this.#slabOf.at(id) - 1];
    if (!slab) return Buffer.alloc(0);
    const at = this.#at.at(id);
    return slab.bytes.subarray(at, at + slab.bytes.readInt32LE(at - 4));
  }

  delete(id: number): void {
    const number = this.#slabOf.at(id) - 1;
    const slab = this.#slabs[number];
    if (!slab) return;
    slab.holes += HEAD + slab.bytes.readInt32LE(this.#at.at(id) - 4);
    this.#slabOf.set(id, 0);
    if (slab.holes < slab.bytes.length * HOLES) return;
    if (number === this.#writing) this.#writing = -1;
    this.#moveOut(slab, number);
    // Only now: nothing may move into a slab of the same number.
    this.#slabs[number] = undefined;
  }

  #moveOut(slab: Slab, number: number): void {
    for (let head = 0; head < slab.end; ) {
      const id = slab.bytes.readInt32LE(head);
      const from = head + HEAD;
      const to = from + slab.bytes.readInt32LE(head + 4);
      const lives =
        this.#slabOf.at(id) === number + 1 && this.#at.at(id) === from;
      if (lives) this.put(id, slab.bytes.subarray(from, to));
      head = to;
    }
  }

  #slabFor(length: number): readonly [number: number, slab: Slab] {
    const writing = this.#slabs[this.#writing];
    if (writing && writing.end + length <= writing.bytes.length) {
      return [this.#writing, writing];
    }
    // A long record gets a slab of its own, and the one that is being filled goes on.
    if (length > LONGEST_SLAB / 8) return this.#newSlab(length);
    const made = this.#newSlab(Math.max(length, this.#nextLength));
    this.#nextLength = Math.min(this.#nextLength * 2, LONGEST_SLAB);
    this.#writing = made[0];
    return made;
  }

  #newSlab(length: number): readonly [number: number, slab: Slab] {
    const slab = { bytes: Buffer.allocUnsafeSlow(length), end: 0, holes: 0 };
    const free = this.#slabs.indexOf(undefined);
    const number = free === -1 ? this.#slabs.length : free;
    this.#slabs[number] = slab;
    return [number, slab];
  }
}
