import { HashChains } from '../../watch/packed/HashChains';
import { Ids } from '../../watch/packed/Ids';
import { Int32List } from '../../watch/packed/Int32List';
import type { Dependency } from './dependency';

/**
 * Which views were derived from what: ten thousand rows look at seventy thousand things, so it is kept in numbers outside
 * the V8 heap. Views are small numbers that whoever uses it gives out.
 */
export class DependencyIndex {
  readonly #entries = new Ids();
  readonly #byDependency = new HashChains();
  readonly #dependency = new Int32List();
  readonly #view = new Int32List();
  /** By view: its first entry + 1; 0 when it has none. */
  readonly #first = new Int32List();
  /** By entry: the next one of the same view, + 1. */
  readonly #next = new Int32List();

  /** The view depends on these and no others. What it depended on before stays as it is. */
  set(view: number, on: Iterable<Dependency>): void {
    const wanted = new Set<Dependency>();
    for (const each of on) wanted.add(each | 0);
    let kept = 0;
    for (let entry = this.#first.at(view) - 1; entry !== -1; ) {
      const next = this.#next.at(entry) - 1;
      if (wanted.delete(this.#dependency.at(entry))) {
        this.#next.set(entry, kept);
        kept = entry + 1;
      } else {
        this.#byDependency.remove(entry);
        this.#entries.giveBack(entry);
      }
      entry = next;
    }
    for (const each of wanted) {
      const entry = this.#entries.take();
      this.#dependency.set(entry, each);
      this.#view.set(entry, view);
      this.#byDependency.add(entry, each);
      this.#next.set(entry, kept);
      kept = entry + 1;
    }
    this.#first.set(view, kept);
  }

  remove(view: number): void {
    this.set(view, []);
  }

  /** The views that depend on it. */
  views(on: Dependency): readonly number[] {
    const views: number[] = [];
    let entry = this.#byDependency.first(on | 0);
    for (; entry !== -1; entry = this.#byDependency.after(entry)) {
      views.push(this.#view.at(entry));
    }
    return views;
  }
}
