import { Ids } from '../../watch/packed/Ids';
import type { StampedQuery } from '../../model/StampedQuery';
import { viewText } from '../viewText';
import type { Dependency } from './dependency';
import { DependencyIndex } from './DependencyIndex';
import type { EventsOfPod } from './EventsOfPod';

/** Views kept at most. A hundred people with a page of three views each have three hundred open. */
const MOST_VIEWS = 512;

/** Characters of all views' texts together: a view is about 10 KB, and once more as objects. */
const MOST_TEXT = 2 * 1024 * 1024;

export interface KeptView<T extends object> {
  readonly view: T;
  /** Milliseconds since the epoch; Infinity when time changes nothing. */
  readonly goodUntil: number;
  readonly events: readonly EventsOfPod[];
  /** What stamped objects it shows: as long as it is read, they are followed. */
  readonly stamped: readonly StampedQuery[];
}

interface Entry extends KeptView<object> {
  readonly id: number;
  /** Of `viewKey`, without the variant. */
  readonly key: string;
  readonly length: number;
}

/**
 * Views as they were derived, until something that they were derived from changes. Bounded in number and size; those go
 * first that nobody has read for longest.
 */
export class ViewCache {
  readonly #limits;
  /** By key and variant, in the order in which they were read last. */
  readonly #entries = new Map<string, Entry>();
  readonly #byId = new Map<number, string>();
  readonly #ids = new Ids();
  readonly #dependencies = new DependencyIndex();
  /** How many variants are kept of a key. */
  readonly #variants = new Map<string, number>();
  #text = 0;

  constructor(limits = { views: MOST_VIEWS, text: MOST_TEXT }) {
    this.#limits = limits;
  }

  /** Whether anything is kept under the key, and so its dependencies are known. */
  has(key: string): boolean {
    return this.#variants.has(key);
  }

  /** A view that nothing has happened to, but perhaps time. */
  find(key: string, variant: string): KeptView<object> | undefined {
    const full = `${key}\n${variant}`;
    const entry = this.#entries.get(full);
    if (!entry) return undefined;
    this.#entries.delete(full);
    this.#entries.set(full, entry);
    return entry;
  }

  keep(
    key: string,
    variant: string,
    kept: KeptView<object>,
    on: Iterable<Dependency>,
  ): void {
    const full = `${key}\n${variant}`;
    this.#drop(full);
    const { length } = viewText(kept.view).json;
    const id = this.#ids.take();
    this.#entries.set(full, { ...kept, id, key, length });
    this.#byId.set(id, full);
    this.#dependencies.set(id, on);
    this.#variants.set(key, (this.#variants.get(key) ?? 0) + 1);
    this.#text += length;
    for (const oldest of this.#entries.keys()) {
      const fits =
        this.#entries.size <= this.#limits.views &&
        this.#text <= this.#limits.text;
      if (fits) break;
      this.#drop(oldest);
    }
  }

  /** Drops what depends on one of these; the keys of what it has dropped. */
  drop(touched: Iterable<Dependency>): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const each of touched) {
      for (const id of this.#dependencies.views(each)) {
        const full = this.#byId.get(id);
        const entry = full === undefined ? undefined : this.#entries.get(full);
        if (full === undefined || !entry) continue;
        keys.add(entry.key);
        this.#drop(full);
      }
    }
    return keys;
  }

  #drop(full: string): void {
    const entry = this.#entries.get(full);
    if (!entry) return;
    const { id, key, length } = entry;
    this.#entries.delete(full);
    this.#byId.delete(id);
    this.#dependencies.remove(id);
    this.#ids.giveBack(id);
    this.#text -= length;
    const left = (this.#variants.get(key) ?? 1) - 1;
    if (left > 0) this.#variants.set(key, left);
    else this.#variants.delete(key);
  }
}
