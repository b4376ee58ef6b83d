/** Entries that a list begins with; it doubles when that is too few. */
const FIRST = 16;

/** A list of 32-bit integers outside the V8 heap that grows by itself. What was never set is 0. */
export class Int32List {
  #values = new Int32Array(FIRST);

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      const grown = new Int32Array(
        Math.max(index + 1, this.#values.length * 2),
      );
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[index] = value;
  }
}
