import { Int32List } from './Int32List';

/** Gives out small numbers, the ones given back first, so that lists indexed by them stay short. */
export class Ids {
  readonly #free = new Int32List();
  #freeCount = 0;
  #end = 0;

  /** All numbers ever given are below it. */
  get end(): number {
    return this.#end;
  }

  /** How many are given out. */
  get count(): number {
    return this.#end - this.#freeCount;
  }

  take(): number {
    if (this.#freeCount > 0) {
      this.#freeCount -= 1;
      return this.#free.at(this.#freeCount);
    }
    this.#end += 1;
    return this.#end - 1;
  }

  giveBack(id: number): void {
    this.#free.set(this.#freeCount, id);
    this.#freeCount += 1;
  }
}
