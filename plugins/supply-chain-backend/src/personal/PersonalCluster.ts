import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { orAborted } from '../clock/orAborted';
import { ClusterUnreachable } from '../clusters/errors/ClusterUnreachable';
import { isKubernetesError } from '../clusters/errors/KubernetesError';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { ClusterState } from '../watch/ClusterState';
import type { CopyChange } from '../watch/CopyChange';
import type { CopyLogger } from '../watch/CopyLogger';
import type { KindCopy } from '../watch/KindCopy';
import { tellOfChange } from '../watch/tellOfChange';
import type { WatchedKind } from '../watch/WatchedKind';
import type { AsPerson } from './AsPerson';
import type { ClusterToken } from './ClusterToken';
import type { PersonalClusterState } from './PersonalClusterState';
import { PersonalKind } from './PersonalKind';

/**
 * Milliseconds for which an answer is good: as long as a person needs to look at a page and click on, so that going through
 * a supply chain reads the cluster once; and short enough to see a build's steps go on.
 */
export const FRESH_MS = 5_000;
/** A cluster whose lists take long is read less often, so that it is idle for nine tenths of the time. */
const REST_PER_READING = 9;
/** Milliseconds until a cluster that is away, or does not take the token, is asked again. */
export const FAILED_AGAIN_MS = 15_000;
/** Lists at a time: the kinds of a page in two or three rounds, a small part of what API Priority and Fairness gives one user. */
const LISTS_AT_ONCE = 4;
/** Milliseconds without any word of the cluster after which it is called unreachable while it is still being waited for. */
const SILENT_MS = 4_000;

interface PersonalClusterOptions {
  readonly cluster: Omit<PersonalClusterState, 'kinds'>;
  readonly token: ClusterToken;
  /** How to ask it as the person whose token this is, as long as the signal does not abort. */
  readonly asPerson: (life: AbortSignal) => AsPerson;
  readonly kinds: readonly WatchedKind<unknown>[];
  readonly clock: Clock;
  readonly logger: Pick<CopyLogger, 'error'>;
  /** Told how many objects a reading has taken in so far; throws `NoRoom`. */
  readonly makeRoom: (objects: number) => void;
}

/** One cluster as one person's token shows it: read when somebody looks, once for all who look at the same time. */
export class PersonalCluster {
  /** Asks as the person. */
  readonly api: KubernetesApi;
  readonly #options: PersonalClusterOptions;
  readonly #kinds = new Map<WatchedKind<unknown>, PersonalKind<unknown>>();
  readonly #listeners = new Set<(change: CopyChange) => void>();
  readonly #life = new AbortController();
  #following: AbortController | undefined;
  readonly #running = new Set<Promise<void>>();
  #reading: Promise<void> | undefined;
  #readAgainAt = -Infinity;
  #failing = false;
  #usedAt: number;
  /** Within the present reading. */
  #taken = 0;
  #heard = false;

  constructor(options: PersonalClusterOptions) {
    const { clock, cluster, makeRoom } = options;
    const { api, scout } = options.asPerson(this.#life.signal);
    this.#options = options;
    this.api = api;
    this.#usedAt = clock.now();
    for (const kind of options.kinds) {
      const personal = new PersonalKind({
        ...{ api, clock, cluster: cluster.name, kind, scout },
        makeRoom: objects => {
          this.#heard = true;
          this.#taken += objects;
          makeRoom(this.#taken);
        },
        onChange: change => this.#announce(change),
      });
      this.#kinds.set(kind, personal);
    }
  }

  /** When somebody looked last; now, while somebody listens. */
  get usedAt(): number {
    return this.#listeners.size > 0 ? this.#options.clock.now() : this.#usedAt;
  }

  get objects(): number {
    let objects = 0;
    for (const { copy } of this.#kinds.values()) objects += copy.size;
    return objects;
  }

  state(): ClusterState {
    this.#usedAt = this.#options.clock.now();
    return {
      ...this.#options.cluster,
      kinds: [...this.#kinds.values()].map(({ copy }) => copy.health),
    };
  }

  kind<T>(kind: WatchedKind<T>): KindCopy<T> | undefined {
    this.#usedAt = this.#options.clock.now();
    // The map holds under a kind nothing but its own copy, which its type cannot say.
    return this.#kinds.get(kind)?.copy as KindCopy<T> | undefined;
  }

  /** While somebody listens, it is read again as often as its answers become old. */
  onChange(listener: (change: CopyChange) => void): () => void {
    // A wrapper, so that one function may listen twice.
    const own = (change: CopyChange) => listener(change);
    this.#listeners.add(own);
    if (!this.#following && !this.#life.signal.aborted) this.#follow();
    return () => {
      this.#listeners.delete(own);
      this.#usedAt = this.#options.clock.now();
      if (this.#listeners.size > 0) return;
      this.#following?.abort();
      this.#following = undefined;
    };
  }

  /** Begins to read it, where what is known is old. */
  touch(): void {
    const { clock } = this.#options;
    this.#usedAt = clock.now();
    if (this.#life.signal.aborted) return;
    if (clock.now() >= this.#readAgainAt) this.#read();
  }

  /** See `PersonalCopy.current`. */
  async current(signal: AbortSignal, maxMs: number): Promise<void> {
    this.touch();
    if (!this.#reading || this.#failing) return;
    const waiting = new AbortController();
    try {
      await orAborted(
        Promise.race([
          this.#reading,
          this.#options.clock.sleep(maxMs, waiting.signal).catch(() => {}),
        ]),
        signal,
      );
    } finally {
      waiting.abort();
    }
  }

  /** For good. Resolves when every connection and timer has ended. */
  async stop(): Promise<void> {
    this.#life.abort(new Error('This copy is not needed any more'));
    this.#following?.abort();
    await Promise.all(this.#running);
  }

  #follow(): void {
    const following = new AbortController();
    this.#following = following;
    const { clock } = this.#options;
    const follow = async () => {
      for (;;) {
        this.touch();
        await orAborted(this.#reading ?? Promise.resolve(), following.signal);
        const wait = Math.max(0, this.#readAgainAt - clock.now());
        await clock.sleep(wait, following.signal);
      }
    };
    this.#track(follow().catch(() => {}));
  }

  #read(): void {
    if (this.#reading) return;
    const reading = this.#readAll()
      .catch(() => {})
      .finally(() => {
        this.#reading = undefined;
      });
    this.#reading = reading;
    this.#track(reading);
  }

  async #readAll(): Promise<void> {
    const { clock } = this.#options;
    const began = clock.now();
    const trouble = await this.#readKinds();
    const now = clock.now();
    this.#failing = trouble !== undefined;
    this.#readAgainAt =
      now +
      (this.#failing
        ? FAILED_AGAIN_MS
        : Math.max(FRESH_MS, (now - began) * REST_PER_READING));
  }

  /** Returns what is wrong with the whole cluster, or the token, if that is so: then no kind has to be asked for more. */
  async #readKinds(): Promise<unknown> {
    const { clock, token } = this.#options;
    if (token.expiresAt !== undefined && token.expiresAt <= clock.now()) {
      this.#refuseAll('expired');
      return 'expired';
    }
    this.#taken = 0;
    this.#heard = false;
    const ended = new AbortController();
    const signal = AbortSignal.any([this.#life.signal, ended.signal]);
    const left = [...this.#kinds.values()];
    let trouble: unknown;
    clock.sleep(SILENT_MS, signal).then(
      () => {
        if (!this.#heard) this.#failAll(this.#silence());
      },
      () => undefined,
    );
    const reader = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        const error = await next.read(signal);
        this.#heard = true;
        if (!isOfAllKinds(error) || trouble) continue;
        trouble = error;
        ended.abort();
        if (isKubernetesError(error) && error.because === 'denied') {
          this.#refuseAll('refused');
        } else {
          this.#failAll(error);
        }
      }
    };
    try {
      await Promise.all(
        Array.from({ length: LISTS_AT_ONCE }, () =>
          reader().catch(() => this.#life.signal.throwIfAborted()),
        ),
      );
    } finally {
      ended.abort();
    }
    return trouble;
  }

  #silence(): ClusterUnreachable {
    const { clock, cluster } = this.#options;
    return new ClusterUnreachable(
      { cluster: cluster.name, verb: 'list', resource: 'everything' },
      new Date(clock.now() - SILENT_MS),
    );
  }

  #failAll(error: unknown): void {
    for (const kind of this.#kinds.values()) kind.fail(error);
  }

  #refuseAll(why: Extract<Problem, { because: 'sign-in' }>['why']): void {
    const { name, authProvider } = this.#options.cluster;
    for (const kind of this.#kinds.values()) {
      kind.refuse({ because: 'sign-in', cluster: name, authProvider, why });
    }
  }

  #announce(change: CopyChange): void {
    const { logger } = this.#options;
    tellOfChange(change, this.#listeners, 'a personal copy', logger);
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }
}

/** No other kind would fare better. */
function isOfAllKinds(error: unknown): boolean {
  if (!isKubernetesError(error)) return false;
  switch (error.because) {
    case 'unreachable':
    case 'cluster-unknown':
      return true;
    case 'denied':
      return error.by !== 'cluster';
    default:
      return false;
  }
}
