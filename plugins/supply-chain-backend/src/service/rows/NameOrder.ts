/** Where a row stands by name, namespace and cluster. */
export interface NameRanks {
  /** By slot. */
  readonly rank: Int32Array;
  /** By slot: the rank of the first row of the same name. */
  readonly sameName: Int32Array;
}

/**
 * Rows in the order of their names. New ones are sorted among themselves and merged in when the order is asked for, so that
 * ten thousand need not be sorted again for one.
 */
export class NameOrder {
  readonly #compare: (a: number, b: number) => number;
  readonly #nameOf: (slot: number) => string;
  #sorted: readonly number[] = [];
  #added: number[] = [];
  readonly #removed = new Set<number>();
  #ranks: NameRanks | undefined;

  constructor(
    compare: (a: number, b: number) => number,
    nameOf: (slot: number) => string,
  ) {
    this.#compare = compare;
    this.#nameOf = nameOf;
  }

  add(slot: number): void {
    this.#added.push(slot);
    this.#ranks = undefined;
  }

  /** Before another row is put in its place. */
  remove(slot: number): void {
    if (this.#added.length > 0) this.#merge();
    this.#removed.add(slot);
    this.#ranks = undefined;
  }

  ranks(): NameRanks {
    return (this.#ranks ??= this.#rank());
  }

  #rank(): NameRanks {
    this.#merge();
    const end = this.#sorted.reduce((most, slot) => Math.max(most, slot), -1);
    const rank = new Int32Array(end + 1);
    const sameName = new Int32Array(end + 1);
    let first = 0;
    let name: string | undefined;
    this.#sorted.forEach((slot, place) => {
      const own = this.#nameOf(slot);
      if (own !== name) first = place;
      name = own;
      rank[slot] = place;
      sameName[slot] = first;
    });
    return { rank, sameName };
  }

  #merge(): void {
    if (this.#removed.size > 0) {
      this.#sorted = this.#sorted.filter(slot => !this.#removed.has(slot));
      this.#removed.clear();
    }
    if (this.#added.length === 0) return;
    const added = this.#added.sort(this.#compare);
    const merged: number[] = [];
    let next = 0;
    for (const slot of this.#sorted) {
      for (; next < added.length; next += 1) {
        const candidate = added[next] ?? 0;
        if (this.#compare(candidate, slot) > 0) break;
        merged.push(candidate);
      }
      merged.push(slot);
    }
    this.#sorted = [...merged, ...added.slice(next)];
    this.#added = [];
  }
}
