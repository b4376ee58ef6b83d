/** Room for numbers at the start. Doubles when full, so that a push costs O(1) on average. */
const FIRST_CAPACITY = 256;

/** A list of numbers in a typed array that grows: 4 or 8 bytes a number, no objects for the garbage collector to walk. */
export class GrowableNumbers<T extends Uint32Array | Float64Array> {
  private values: T;
  private used = 0;

  private constructor(private readonly allocate: (capacity: number) => T) {
    this.values = allocate(FIRST_CAPACITY);
  }

  static uint32(): GrowableNumbers<Uint32Array> {
    return new GrowableNumbers(capacity => new Uint32Array(capacity));
  }

  static float64(): GrowableNumbers<Float64Array> {
    return new GrowableNumbers(capacity => new Float64Array(capacity));
  }

  get length(): number {
    return this.used;
  }

  push(value: number): void {
    if (this.used === this.values.length) {
      const grown = this.allocate(this.used * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.used] = value;
    this.used += 1;
  }

  at(index: number): number | undefined {
    return index >= 0 && index < this.used ? this.values[index] : undefined;
  }
}
