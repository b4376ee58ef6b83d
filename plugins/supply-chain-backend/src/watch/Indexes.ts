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

  add(object: T): void {
    this.#each(object, (index, key) => {
      const objects = index.get(key);
      if (objects) objects.add(object);
      else index.set(key, new Set([object]));
    });
  }

  remove(object: T): void {
    this.#each(object, (index, key) => {
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
  ): void {
    for (const [name, index] of this.#byName) {
      for (const key of this.#functions[name]?.(object) ?? []) {
        visit(index, key);
      }
    }
  }
}
