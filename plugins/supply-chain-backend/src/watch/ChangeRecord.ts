import type { StoreChange } from './StoreChange';

/** Notes what a change touches while it is made. */
export class ChangeRecord {
  readonly #keys: string[] = [];
  readonly #indexed = new Set<string>();

  get count(): number {
    return this.#keys.length;
  }

  /** Each key once. */
  note(key: string, ...entries: readonly (readonly string[])[]): void {
    this.#keys.push(key);
    for (const each of entries) {
      for (const entry of each) this.#indexed.add(entry);
    }
  }

  get change(): StoreChange {
    return { keys: this.#keys, indexed: [...this.#indexed] };
  }
}
