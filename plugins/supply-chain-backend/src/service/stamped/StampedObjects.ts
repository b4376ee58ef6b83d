import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../../clock/Clock';
import { orAborted } from '../../clock/orAborted';
import type { KubernetesApi } from '../../clusters/KubernetesApi';
import { resourceName } from '../../clusters/resourceName';
import type { StampedQuery } from '../../model/StampedQuery';
import type { StampedRead } from '../../model/StampedRead';
import { StampedFollower } from './StampedFollower';
import { stampedKey } from './stampedKey';
import type { StampedSource } from './StampedSource';

/**
 * Milliseconds without a look after which a watch is ended. Streams read every view again each 50 s (routes/stream), polls
 * each 25 s: what a page has open is never let go.
 */
export const KEPT_MS = 60_000;
/** Milliseconds between two looks for what nobody reads. */
const SWEEP_MS = 10_000;
/** Queries followed at a time: sixty people with a stage each, whose object has its own objects. */
const MOST_FOLLOWED = 400;
/** Longest wait of a reader for first answers. A page that is told "loading" hears of them by its stream. */
export const WAIT_MS = 2_000;
/** Milliseconds after which a reader for whom there was no room may try again. */
export const NO_ROOM_MS = 10_000;

interface Followed {
  readonly query: StampedQuery;
  readonly follower: StampedFollower;
  readonly ending: AbortController;
  readonly ended: Promise<void>;
  /** Resolves with the first answer, or the first failure. */
  readonly known: Promise<void>;
  usedAt: number;
}

/**
 * Objects of kinds that are not always watched: one question for everybody who looks at the same, a watch that keeps the
 * answer fresh, nothing once nobody looks. Knows no permissions: whoever asks has authorised the workload that owns them.
 */
export class StampedObjects {
  readonly #options;
  readonly #most: number;
  readonly #followed = new Map<string, Followed>();
  readonly #leaving = new Set<Promise<void>>();
  readonly #listeners = new Set<(query: StampedQuery) => void>();
  readonly #life = new AbortController();
  #sweeping: Promise<void> | undefined;

  constructor(options: {
    readonly api: Pick<KubernetesApi, 'list' | 'watch'>;
    readonly clock: Clock;
    /** From 0 to below 1. */
    readonly random: () => number;
    readonly most?: number;
  }) {
    this.#options = options;
    this.#most = options.most ?? MOST_FOLLOWED;
  }

  /** How many queries are followed. */
  get size(): number {
    return this.#followed.size;
  }

  /**
   * What is known now; begins to follow what is not, then the problem is `loading`. With a source the cluster is asked as its
   * owner, and nobody else is told.
   */
  look(query: StampedQuery, source?: StampedSource): StampedRead {
    const refused = this.#refusal(query);
    if (refused) return refused;
    const followed = this.#follow(query, source);
    if (!followed)
      return { objects: [], problem: this.#noRoom(query), noRoom: true };
    followed.usedAt = this.#options.clock.now();
    return followed.follower.read;
  }

  /** The same once its first answer is there, or after `WAIT_MS`. Rejects only when the signal aborts. */
  async read(
    query: StampedQuery,
    signal: AbortSignal,
    source?: StampedSource,
  ): Promise<StampedRead> {
    this.look(query, source);
    await this.known([query], WAIT_MS, signal, source);
    return this.look(query, source);
  }

  /** Resolves when there is an answer or a problem for each that is followed, or the time is over. */
  async known(
    queries: readonly StampedQuery[],
    maxMs: number,
    signal: AbortSignal,
    source?: StampedSource,
  ): Promise<void> {
    signal.throwIfAborted();
    const waiting = new AbortController();
    try {
      const first = queries.map(
        each => this.#followed.get(keyOf(each, source))?.known,
      );
      await orAborted(
        Promise.race([
          Promise.all(first),
          this.#options.clock.sleep(maxMs, waiting.signal).catch(() => {}),
        ]),
        signal,
      );
    } finally {
      waiting.abort();
    }
  }

  /**
   * Told of every query whose answer is another than before, or that is not followed any more; also of what is read as one
   * person: it says only that somebody may read again.
   */
  onChange(listener: (query: StampedQuery) => void): () => void {
    const own = (query: StampedQuery) => listener(query);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** For good. Resolves when every connection and timer has ended. */
  async stop(): Promise<void> {
    this.#life.abort(new Error('The backend stops'));
    this.#listeners.clear();
    for (const key of [...this.#followed.keys()]) this.#drop(key);
    await Promise.all([this.#sweeping, ...this.#leaving]);
  }

  #follow(query: StampedQuery, source?: StampedSource): Followed | undefined {
    const key = keyOf(query, source);
    const before = this.#followed.get(key);
    if (before) return before;
    if (this.#life.signal.aborted || this.#followed.size >= this.#most) {
      return undefined;
    }
    const { clock, random } = this.#options;
    const ending = new AbortController();
    let answered = () => {};
    const known = new Promise<void>(resolve => {
      answered = resolve;
    });
    const follower = new StampedFollower({
      ...{ query, clock, random },
      api: source?.api ?? this.#options.api,
      asPerson: source !== undefined,
      changed: () => {
        answered();
        this.#announce(query);
      },
    });
    const ended = follower.run(ending.signal).finally(answered);
    const usedAt = clock.now();
    const followed = { query, follower, ending, ended, known, usedAt };
    this.#followed.set(key, followed);
    this.#sweeping ??= this.#sweep();
    return followed;
  }

  async #sweep(): Promise<void> {
    const { clock } = this.#options;
    while (this.#followed.size > 0 && !this.#life.signal.aborted) {
      await clock.sleep(SWEEP_MS, this.#life.signal).catch(() => {});
      for (const [key, { usedAt }] of this.#followed)
        if (clock.now() - usedAt >= KEPT_MS) this.#drop(key);
    }
    // In the same turn as the look that found nothing: what is followed next sweeps anew.
    this.#sweeping = undefined;
  }

  #drop(key: string): void {
    const followed = this.#followed.get(key);
    if (!followed) return;
    this.#followed.delete(key);
    followed.ending.abort();
    const leaving = followed.ended.finally(() => this.#leaving.delete(leaving));
    this.#leaving.add(leaving);
    // What was derived from it would not be fresh any more.
    this.#announce(followed.query);
  }

  #announce(query: StampedQuery): void {
    for (const listener of [...this.#listeners]) listener(query);
  }

  /** No view shows anything of a secret, so none is ever asked for. */
  #refusal({ cluster, resource, namespace }: StampedQuery) {
    const name = resourceName(resource);
    if (name !== 'secrets') return undefined;
    const problem: Problem = {
      because: 'denied',
      cluster,
      verb: 'list',
      resource: name,
      ...(namespace === undefined ? {} : { namespace }),
      says: 'secrets are never read',
    };
    return { objects: [], problem };
  }

  #noRoom({ cluster, resource }: StampedQuery): Problem {
    return {
      because: 'unreachable',
      cluster,
      since: new Date(this.#options.clock.now()).toISOString(),
      resource: resourceName(resource),
      says: 'so many stages are open that there is no room for more: try again in a minute',
    };
  }
}

function keyOf(query: StampedQuery, source?: StampedSource): string {
  return `${source?.owner ?? ''}\n${stampedKey(query)}`;
}
