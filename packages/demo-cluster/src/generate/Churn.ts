import type { Clock } from '../state/Clock.ts';
import type { GeneratedCluster } from './GeneratedCluster.ts';

const MINUTE_MS = 60_000;
/** Writes are spread over ticks: 10,000 a minute are 17 in each. */
const TICK_MS = 100;
/** Builds that go on side by side, so that writes of many workloads mix. */
const AT_ONCE = 20;

/** Builds that come and go by themselves, as many writes a minute as wanted. */
export class Churn {
  readonly #content: GeneratedCluster;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #stories: Generator<void, unknown>[] = [];
  readonly #busy = new Set<number>();
  #perMinute = 0;
  #owed = 0;
  #written = 0;
  #cancel: (() => void) | undefined;

  constructor(opts: {
    content: GeneratedCluster;
    clock: Clock;
    random: () => number;
  }) {
    this.#content = opts.content;
    this.#clock = opts.clock;
    this.#random = opts.random;
  }

  /** Writes so far. */
  get written(): number {
    return this.#written;
  }

  get perMinute(): number {
    return this.#perMinute;
  }

  /** From now on so many writes a minute; 0 stops, and leaves builds under way where they are. */
  set perMinute(wanted: number) {
    this.#perMinute = wanted;
    this.#cancel?.();
    this.#cancel = undefined;
    this.#owed = 0;
    if (wanted > 0) this.#later(this.#clock.now());
  }

  stop(): void {
    this.perMinute = 0;
  }

  #later(since: number): void {
    this.#cancel = this.#clock.after(TICK_MS, () => {
      const now = this.#clock.now();
      this.#owed += ((now - since) * this.#perMinute) / MINUTE_MS;
      for (; this.#owed >= 1; this.#owed--) this.#write();
      this.#later(now);
    });
  }

  #write(): void {
    while (this.#stories.length < AT_ONCE) this.#stories.push(this.#story());
    const at = Math.floor(this.#random() * this.#stories.length);
    if (this.#stories[at]?.next().done) this.#stories[at] = this.#story();
    this.#written += 1;
  }

  /** One workload's next build from its start to its end. */
  *#story(): Generator<void, void> {
    const index = this.#free();
    this.#busy.add(index);
    try {
      yield* this.#content.start(index);
      yield;
      yield* this.#content.finish(index);
    } finally {
      this.#busy.delete(index);
    }
  }

  /** A workload without a story; there may be fewer workloads than stories. */
  #free(): number {
    const { workloads } = this.#content;
    for (let tries = 0; tries < AT_ONCE * 2; tries++) {
      const index = Math.floor(this.#random() * workloads);
      if (!this.#busy.has(index)) return index;
    }
    return Math.floor(this.#random() * workloads);
  }
}
