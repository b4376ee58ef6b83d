import { Matches } from './Matches';
import { FARTHEST, SHORTEST_MATCH } from './packedFormat';

/** Bytes that many objects of a kind have in common. Once something is packed with it, it must stay as it is. */
export class Dictionary {
  static readonly empty = new Dictionary(Buffer.alloc(0));

  readonly bytes: Buffer;
  #matches: Matches | undefined;

  constructor(bytes: Buffer) {
    this.bytes = bytes.subarray(0, FARTHEST);
  }

  /** Where in the dictionary the sequence at `at` may be; -1 when it is not there. The bytes there must be compared. */
  find(bytes: Uint8Array, at: number): number {
    if (this.bytes.length === 0) return -1;
    this.#matches ??= this.#index();
    return this.#matches.find(bytes, at);
  }

  #index(): Matches {
    const matches = new Matches();
    matches.begin(this.bytes.length);
    for (let at = 0; at + SHORTEST_MATCH <= this.bytes.length; at += 1) {
      matches.add(this.bytes, at);
    }
    return matches;
  }
}
