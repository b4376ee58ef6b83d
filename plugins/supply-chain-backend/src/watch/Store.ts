import { Indexes } from './Indexes';
import { objectKey } from './objectKey';
import { projectObject } from './projectObject';
import type { StoredObject } from './StoredObject';
import type { UnreadableObject } from './UnreadableObject';
import type { WatchedKind } from './WatchedKind';

/**
 * The objects of one kind of one cluster, trimmed to what is shown. Whatever changes it returns the keys that changed:
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
  put(raw: unknown): readonly string[] {
    const next = this.#project(raw);
    return this.#exchange(next.key, next) ? [this.#changed(next.key)] : [];
  }

  remove(raw: unknown): readonly string[] {
    // Read only for its key; what it held last does not matter any more.
    const { key } = this.#project(raw);
    return this.#exchange(key, undefined) ? [this.#changed(key)] : [];
  }

  clear(): readonly string[] {
    return this.relist().commit();
  }

  /** A new list, page by page. Nothing is seen of it, and nothing of the old is gone, before `commit`. */
  relist(): {
    add(items: readonly unknown[]): void;
    commit(): readonly string[];
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
        const changed: string[] = [];
        for (const key of [...this.#objects.keys()]) {
          if (!listed.has(key) && this.#exchange(key, undefined)) {
            changed.push(this.#changed(key));
          }
        }
        for (const [key, object] of listed) {
          if (this.#exchange(key, object)) changed.push(this.#changed(key));
        }
        return changed;
      },
    };
  }

  #project(raw: unknown): StoredObject<T> {
    return projectObject(this.#kind, raw, key => this.#objects.get(key));
  }

  #exchange(key: string, next: StoredObject<T> | undefined): boolean {
    const before = this.#objects.get(key);
    if (before === next) return false;
    if (before?.content.readable) this.#indexes.remove(before.content.object);
    if (before?.content.readable === false) this.#unreadable -= 1;
    if (!next) {
      this.#objects.delete(key);
      return true;
    }
    if (next.content.readable) this.#indexes.add(next.content.object);
    else this.#unreadable += 1;
    this.#objects.set(key, next);
    return true;
  }

  #changed(key: string): string {
    this.#version += 1;
    return key;
  }
}
