import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../../clock/Clock';
import type { LiveCopy } from '../../watch/LiveCopy';
import type { Dependency } from '../views/dependency';
import { DependencyIndex } from '../views/DependencyIndex';
import type { ViewCounts } from '../views/ViewCounts';
import { deriveRow } from './deriveRow';
import { RowTable } from './RowTable';
import { SLICE_MS } from './SLICE_MS';

export interface LiveRowsOptions {
  readonly copy: LiveCopy;
  readonly clock: Clock;
  readonly counts: ViewCounts;
  /** Resolves after everybody else had a turn. */
  readonly pause: () => Promise<void>;
  /** Of the table. */
  readonly id: string;
  readonly reportUnexpected: (error: unknown) => void;
  /** All rows are as the copy is, and somebody was answered before they were. */
  readonly onLate: () => void;
}

/**
 * The rows of all workloads of the live copy. Nothing is derived before somebody reads; then what has changed since the last
 * reading, once for everybody who waits for it.
 */
export class LiveRows {
  readonly table: RowTable;
  readonly #options: LiveRowsOptions;
  readonly #dependencies = new DependencyIndex();
  /** Rows to derive, those first that were touched first. */
  readonly #touched = new Set<number>();
  /** Of the few rows whose words change with time. */
  readonly #goodUntil = new Map<number, number>();
  /** Rows that could not be derived, which is our fault. */
  readonly #failed = new Set<number>();
  #clusters: readonly string[] = [];
  #deriving: Promise<void> | undefined;
  /** Somebody did not wait for what is being derived. */
  #isLate = false;

  constructor(options: LiveRowsOptions) {
    this.#options = options;
    this.table = new RowTable(options.id);
  }

  /** Whether every row is as the copy is now. */
  get settled(): boolean {
    return this.#touched.size === 0;
  }

  /** The row is shown as it was: something that it was derived from has changed since. */
  isOld(slot: number): boolean {
    return this.#touched.has(slot);
  }

  /** Workloads that a list lacks because they could not be derived. */
  failed(): readonly ObjectRef[] {
    return [...this.#failed].map(slot => this.table.ref(slot));
  }

  /** Workloads of the cluster are still to be read for the first time. */
  isIncomplete(cluster: string): boolean {
    for (const slot of this.#touched) {
      if (!this.table.isAwaited(slot) || this.#failed.has(slot)) continue;
      if (this.table.ref(slot).cluster === cluster) return true;
    }
    return false;
  }

  /** The clusters that there are now; new ones have yet to tell of their workloads, by changes. */
  follow(clusters: readonly string[]): void {
    this.#clusters = clusters;
  }

  /** The cluster is gone, or another one of the same name. */
  drop(cluster: string): void {
    for (const slot of this.table.ofCluster(cluster)) this.#remove(slot);
  }

  /** These workloads have come, gone or changed. */
  claim(cluster: string, keys: readonly string[]): void {
    for (const key of keys) {
      const slash = key.indexOf('/');
      const namespace = key.slice(0, Math.max(0, slash));
      const name = key.slice(slash + 1);
      this.#touched.add(this.table.claim({ cluster, namespace, name }));
    }
  }

  touch(dependencies: Iterable<Dependency>): void {
    for (const each of dependencies) {
      for (const slot of this.#dependencies.views(each)) {
        this.#touched.add(slot);
      }
    }
  }

  /** The rows that were derived from it. */
  dependingOn(dependency: Dependency): readonly number[] {
    return this.#dependencies.views(dependency);
  }

  /** Resolves when every row is as the copy is, or after `maxMs` with some as they were. */
  async settle(signal: AbortSignal, maxMs: number): Promise<void> {
    signal.throwIfAborted();
    const { clock } = this.#options;
    const now = clock.now();
    for (const [slot, until] of this.#goodUntil) {
      if (until <= now) this.#touched.add(slot);
    }
    if (this.settled) return;
    this.#deriving ??= this.#derive().finally(() => {
      this.#deriving = undefined;
      if (!this.#isLate) return;
      this.#isLate = false;
      this.#options.onLate();
    });
    const waiting = new AbortController();
    const stop = () => waiting.abort();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await Promise.race([
        this.#deriving,
        clock.sleep(maxMs, waiting.signal).then(
          () => {
            this.#isLate = true;
          },
          () => {},
        ),
      ]);
    } finally {
      stop();
      signal.removeEventListener('abort', stop);
    }
    signal.throwIfAborted();
  }

  async #derive(): Promise<void> {
    const { clock, pause } = this.#options;
    let until = clock.now() + SLICE_MS;
    for (const slot of this.#touched) {
      this.#deriveOne(slot);
      if (clock.now() < until) continue;
      await pause();
      until = clock.now() + SLICE_MS;
    }
  }

  #deriveOne(slot: number): void {
    const { copy, clock, counts, reportUnexpected } = this.#options;
    this.#touched.delete(slot);
    this.#failed.delete(slot);
    this.#goodUntil.delete(slot);
    try {
      const derived = deriveRow({
        copy,
        now: clock.now(),
        clusters: this.#clusters,
        ...this.table.ref(slot),
      });
      if (!derived) {
        this.#remove(slot);
        return;
      }
      counts.derived += 1;
      this.table.put(slot, derived.row, derived.labels);
      this.#dependencies.set(slot, derived.dependencies);
      if (derived.goodUntil < Infinity) {
        this.#goodUntil.set(slot, derived.goodUntil);
      }
    } catch (error) {
      // One workload that nobody has thought of must not take the list from everybody.
      this.#failed.add(slot);
      reportUnexpected(error);
    }
  }

  #remove(slot: number): void {
    this.table.remove(slot);
    this.#dependencies.remove(slot);
    this.#touched.delete(slot);
    this.#goodUntil.delete(slot);
    this.#failed.delete(slot);
  }
}
