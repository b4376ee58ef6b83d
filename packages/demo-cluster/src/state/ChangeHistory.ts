import type { Change } from './Change.ts';
import type { Clock } from './Clock.ts';

/**
 * Changes kept for watches and continued lists. A real watch cache keeps 100 to 102,400 a kind
 * (apiserver cacher); one run of all recorded workloads is about 12,000.
 */
const HISTORY_LIMIT = 20_000;
/** The API server has etcd compact every 5 minutes (--etcd-compaction-interval). */
const HISTORY_MAX_AGE_MS = 5 * 60_000;

/** The newest changes of a cluster, for watches that resume and lists that go on. */
export class ChangeHistory {
  readonly #clock: Clock;
  readonly #limit: number;
  readonly #maxAgeMs: number;
  #changes: Change[] = [];
  #compacted: number;

  constructor(
    clock: Clock,
    first: number,
    limit = HISTORY_LIMIT,
    maxAgeMs = HISTORY_MAX_AGE_MS,
  ) {
    this.#clock = clock;
    this.#compacted = first;
    this.#limit = limit;
    this.#maxAgeMs = maxAgeMs;
  }

  /** What happened up to this version is forgotten. */
  get compacted(): number {
    this.#forgetOld();
    return this.#compacted;
  }

  record(change: Change): void {
    this.#changes.push(change);
    this.#forgetOld();
  }

  /** Of every kind, in order; undefined when that is forgotten. */
  after(version: number): Change[] | undefined {
    if (version < this.compacted) return undefined;
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#changes[middle]?.version ?? 0) > version) high = middle;
      else low = middle + 1;
    }
    return this.#changes.slice(low);
  }

  /** Drops in batches: cutting the array at every write would cost its length each time. */
  #forgetOld(): void {
    const oldest = this.#changes[0];
    if (!oldest) return;
    const tooOld = this.#clock.now() - this.#maxAgeMs;
    const tooMany = this.#changes.length > this.#limit;
    if (!tooMany && oldest.at >= tooOld) return;
    const firstYoung = this.#changes.findIndex(c => c.at >= tooOld);
    const byAge = firstYoung < 0 ? this.#changes.length : firstYoung;
    const byCount = tooMany
      ? this.#changes.length - Math.floor(this.#limit * 0.9)
      : 0;
    const cut = Math.max(byAge, byCount);
    this.#compacted = this.#changes[cut - 1]?.version ?? this.#compacted;
    this.#changes = this.#changes.slice(cut);
  }
}
