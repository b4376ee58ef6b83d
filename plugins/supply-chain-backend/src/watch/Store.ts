import { Indexes } from './Indexes';
import { objectKey } from './objectKey';
import { projectObject } from './projectObject';
import type { StoreChange } from './StoreChange';
import type { StoredObject } from './StoredObject';
import type { UnreadableObject } from './UnreadableObject';
import type { WatchedKind } from './WatchedKind';

/**
 * The objects of one kind of one cluster, trimmed to what is shown. Whatever changes it returns what has changed:
 * an object that comes again as it is (after a reconnect, a relist) changes nothing.
 */
export class Store<T> {
  readonly #kind: WatchedKind<T>;
  #objects = new Map<string, StoredObject<T>>();
  readonly #indexes: Indexes<T>;
  #unreadable = 0;
  #version = 0;

  constructor(kind: WatchedKind<T>) {
    this.#kind = kind;
    this.#indexes = new Indexes(kind.indexes);
  }

  get version(): number {
    return this.#version;
  }

  /** Readable ones. */
  get size(): number {
    return this.#objects.size - this.#unreadable;
  }

  get unreadableCount(): number {
    return this.#unreadable;
  }

  get(namespace: string | undefined, name: string): T | undefined {
    const content = this.#objects.get(objectKey(namespace, name))?.content;
    return content?.readable ? content.object : undefined;
  }

  *all(): Generator<T> {
    for (const { content } of this.#objects.values()) {
      if (content.readable) yield content.object;
    }
  }

  byIndex(index: string, key: string): readonly T[] {
    return this.#indexes.find(index, key);
  }

  unreadable(): readonly UnreadableObject[] {
    if (this.#unreadable === 0) return [];
    return [...this.#objects.values()].flatMap(({ content }) =>
      content.readable ? [] : [content.unreadable],
    );
  }

  /** ADDED and MODIFIED are the same to us: the object is now like this. */
  put(raw: unknown): StoreChange {
    const next = this.#project(raw);
    return this.#exchangeAll([[next.key, next]]);
  }

  remove(raw: unknown): StoreChange {
    // Read only for its key; what it held last does not matter any more.
    return this.#exchangeAll([[this.#project(raw).key, undefined]]);
  }

  clear(): StoreChange {
    return this.relist().commit();
  }

  /** A new list, page by page. Nothing is seen of it, and nothing of the old is gone, before `commit`. */
  relist(): {
    add(items: readonly unknown[]): void;
    commit(): StoreChange;
  } {
    const listed = new Map<string, StoredObject<T>>();
    return {
      add: items => {
        for (const raw of items) {
          const object = this.#project(raw);
          listed.set(object.key, object);
        }
      },
      commit: () => {
        const gone = [...this.#objects.keys()].filter(key => !listed.has(key));
        return this.#exchangeAll([
          ...gone.map(key => [key, undefined] as const),
          ...listed,
        ]);
      },
    };
  }

  #project(raw: unknown): StoredObject<T> {
    return projectObject(this.#kind, raw, key => this.#objects.get(key));
  }

  #exchangeAll(
    all: readonly (readonly [string, StoredObject<T> | undefined])[],
  ): StoreChange {
    const keys: string[] = [];
    const indexed = new Set<string>();
    for (const [key, next] of all) {
      const before = this.#objects.get(key);
      if (before === next) continue;
      for (const entry of this.#exchange(key, before, next)) indexed.add(entry);
      keys.push(key);
    }
    this.#version += keys.length;
    return { keys, indexed: [...indexed] };
  }

  #exchange(
    key: string,
    before: StoredObject<T> | undefined,
    next: StoredObject<T> | undefined,
  ): readonly string[] {
    const indexed: string[] = [];
    if (before?.content.readable) {
      indexed.push(...this.#indexes.remove(before.content.object));
    }
    if (before?.content.readable === false) this.#unreadable -= 1;
    if (!next) {
      this.#objects.delete(key);
      return indexed;
    }
    if (next.content.readable) {
      indexed.push(...this.#indexes.add(next.content.object));
    } else {
      this.#unreadable += 1;
    }
    this.#objects.set(key, next);
    return indexed;
  }
}
