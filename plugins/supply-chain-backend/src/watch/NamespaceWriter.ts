import type { KindWriter } from './KindWriter';
import { readMetadata } from './readMetadata';
import type { StoreChange } from './StoreChange';

/**
 * One namespace's part of a store that several reflectors fill. It remembers which names are its own, so that a list of
 * this namespace removes nothing of another. What is new is seen as it comes, what is gone goes at the end of a list.
 */
export class NamespaceWriter implements KindWriter {
  readonly #namespace: string;
  readonly #store: Pick<KindWriter, 'put' | 'remove'>;
  #names = new Set<string>();
  #closed = false;
  /** What a list has changed that is not complete; told with the next change, for it may never become complete. */
  #untold: StoreChange[] = [];

  constructor(namespace: string, store: Pick<KindWriter, 'put' | 'remove'>) {
    this.#namespace = namespace;
    this.#store = store;
  }

  /** From here on it changes nothing: somebody else fills the store. */
  close(): void {
    this.#closed = true;
  }

  put(raw: unknown): StoreChange {
    this.#put(raw);
    return this.#told();
  }

  remove(raw: unknown): StoreChange {
    const { name } = readMetadata(raw);
    if (name !== undefined) this.#names.delete(name);
    if (!this.#closed) this.#untold.push(this.#store.remove(raw));
    return this.#told();
  }

  clear(): StoreChange {
    return this.relist().commit();
  }

  relist(): ReturnType<KindWriter['relist']> {
    const listed = new Set<string>();
    return {
      add: items => {
        for (const raw of items) {
          const { name } = readMetadata(raw);
          if (name !== undefined) listed.add(name);
          this.#put(raw);
        }
      },
      commit: () => {
        for (const name of this.#names) {
          if (!listed.has(name)) this.#removeNamed(name);
        }
        this.#names = listed;
        return this.#told();
      },
    };
  }

  #put(raw: unknown): void {
    const { name } = readMetadata(raw);
    if (name !== undefined) this.#names.add(name);
    if (!this.#closed) this.#untold.push(this.#store.put(raw));
  }

  #removeNamed(name: string): void {
    if (this.#closed) return;
    const metadata = { namespace: this.#namespace, name };
    this.#untold.push(this.#store.remove({ metadata }));
  }

  #told(): StoreChange {
    const changes = this.#untold;
    this.#untold = [];
    return joined(changes);
  }
}

function joined(changes: readonly StoreChange[]): StoreChange {
  return {
    keys: [...new Set(changes.flatMap(change => change.keys))],
    indexed: [...new Set(changes.flatMap(change => change.indexed))],
  };
}
