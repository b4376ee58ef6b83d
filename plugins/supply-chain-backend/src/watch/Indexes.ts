import type { WatchedKind } from './WatchedKind';

/** Objects by the keys that their kind's index functions give. */
export class Indexes<T> {
  readonly #functions: WatchedKind<T>['indexes'];
  readonly #byName = new Map<string, Map<string, Set<T>>>();

  constructor(functions: WatchedKind<T>['indexes']) {
    this.#functions = functions;
    for (const name of Object.keys(functions))
      this.#byName.set(name, new Map());
  }

  /** Returns the entries, as `StoreChange` names them. */
  add(object: T): readonly string[] {
    return this.#each(object, (index, key) => {
      const objects = index.get(key);
      if (objects) objects.add(object);
      else index.set(key, new Set([object]));
    });
  }

  /** Returns the entries that it had. */
  remove(object: T): readonly string[] {
    return this.#each(object, (index, key) => {
      const objects = index.get(key);
      objects?.delete(object);
      if (objects?.size === 0) index.delete(key);
    });
  }

  find(name: string, key: string): readonly T[] {
    return [...(this.#byName.get(name)?.get(key) ?? [])];
  }

  #each(
    object: T,
    visit: (index: Map<string, Set<T>>, key: string) => void,
  ): readonly string[] {
    const entries: string[] = [];
    for (const [name, index] of this.#byName) {
      for (const key of this.#functions[name]?.(object) ?? []) {
        visit(index, key);
        entries.push(`${name}\n${key}`);
      }
    }
    return entries;
  }
}
