import { Int32List } from './Int32List';

/** Chains that a table begins with; it doubles whenever there are as many entries. A power of two. */
const FIRST = 16;

/** Finds small numbers by the hash of what they stand for. What has the same hash is told apart by whoever asks. */
export class HashChains {
  /** By the hash's lowest bits: the first id + 1; 0 ends a chain. */
  #heads = new Int32Array(FIRST);
  readonly #next = new Int32List();
  readonly #hashes = new Int32List();
  #count = 0;

  add(id: number, hash: number): void {
    if (this.#count === this.#heads.length) this.#grow();
    this.#hashes.set(id, hash);
    this.#link(id, hash);
    this.#count += 1;
  }

  /** Only of an id that is in here. */
  remove(id: number): void {
    const hash = this.#hashes.at(id);
    const chain = hash & (this.#heads.length - 1);
    let before = -1;
    let here = (this.#heads[chain] ?? 0) - 1;
    while (here !== id && here !== -1) {
      before = here;
      here = this.#next.at(here) - 1;
    }
    if (here === -1) return;
    const after = this.#next.at(id);
    if (before === -1) this.#heads[chain] = after;
    else this.#next.set(before, after);
    this.#count -= 1;
  }

  /** An id with this hash; -1 when there is none. */
  first(hash: number): number {
    const head = this.#heads[hash & (this.#heads.length - 1)] ?? 0;
    return this.#sameFrom(head - 1, hash);
  }

  /** The next with the same hash as this one. */
  after(id: number): number {
    return this.#sameFrom(this.#next.at(id) - 1, this.#hashes.at(id));
  }

  #sameFrom(from: number, hash: number): number {
    let id = from;
    while (id !== -1 && this.#hashes.at(id) !== hash) {
      id = this.#next.at(id) - 1;
    }
    return id;
  }

  #link(id: number, hash: number): void {
    const chain = hash & (this.#heads.length - 1);
    this.#next.set(id, this.#heads[chain] ?? 0);
    this.#heads[chain] = id + 1;
  }

  #grow(): void {
    const heads = this.#heads;
    this.#heads = new Int32Array(heads.length * 2);
    for (const head of heads) {
      for (let id = head - 1; id !== -1; ) {
        const next = this.#next.at(id) - 1;
        this.#link(id, this.#hashes.at(id));
        id = next;
      }
    }
  }
}
