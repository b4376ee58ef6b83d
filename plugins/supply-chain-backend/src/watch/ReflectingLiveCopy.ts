import { Backoff } from '../clock/Backoff';
import type { Clock } from '../clock/Clock';
import type { ClusterInfo } from '../clusters/ClusterInfo';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { KubernetesDiscovery } from '../clusters/KubernetesDiscovery';
import { ClusterCopy } from './ClusterCopy';
import type { ClusterState } from './ClusterState';
import type { CopyChange } from './CopyChange';
import type { CopyLogger } from './CopyLogger';
import { KindHealthRecord } from './KindHealthRecord';
import type { KindCopy } from './KindCopy';
import { ListPlaces } from './ListPlaces';
import type { LiveCopy } from './LiveCopy';
import { ReflectedKind } from './ReflectedKind';
import { Store } from './Store';
import { tellOfChange } from './tellOfChange';
import type { WatchedKind } from './WatchedKind';

/** Milliseconds: a cluster added to the kubernetes plugin appears within this without a restart. */
const CLUSTERS_AGAIN_MS = 60_000;
/** Milliseconds: as long as a person may leave a page for another and come back to fresh data at once. */
const IDLE_STOP_MS = 10 * 60_000;

export interface LiveCopyOptions {
  readonly api: KubernetesApi;
  readonly kinds: readonly WatchedKind<unknown>[];
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly logger: CopyLogger;
  readonly idleStopMs?: number | undefined;
  /** Milliseconds without a word from a cluster until it is asked whether it is there; longer where no person looks. */
  readonly silenceMs?: number | undefined;
  /** Without it a kind that is denied cluster-wide is not looked for in namespaces. */
  readonly discovery?: KubernetesDiscovery | undefined;
  /** Of a cluster: where to read what is denied cluster-wide; undefined: to be found out. */
  readonly namespacesOf?:
    | ((cluster: string) => readonly string[] | undefined)
    | undefined;
}

/** Copies while somebody reads: starts with the first `touch`, forgets everything some minutes after the last. */
export class ReflectingLiveCopy implements LiveCopy {
  readonly #options: LiveCopyOptions;
  readonly #idleStopMs: number;
  readonly #listeners = new Set<(change: CopyChange) => void>();
  readonly #copies = new Map<string, ClusterCopy>();
  readonly #places: ListPlaces;
  /** Of clusters that are gone, until their last connection has ended. */
  readonly #leaving = new Set<Promise<void>>();
  /** As they were told last. */
  #states: readonly ClusterState[] = [];
  #clustersAsked = false;
  #problem: string | undefined;
  #touchedAt = 0;
  #life: AbortController | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: LiveCopyOptions) {
    this.#options = options;
    this.#places = new ListPlaces(options.clock);
    this.#idleStopMs = options.idleStopMs ?? IDLE_STOP_MS;
  }

  clusters(): readonly ClusterState[] {
    const before = this.#states;
    const now = Array.from(this.#copies.values(), copy => copy.state());
    const isSame =
      now.length === before.length &&
      now.every((each, n) => each === before[n]);
    if (!isSame) this.#states = now;
    return this.#states;
  }

  problem(): string | undefined {
    return this.#problem;
  }

  kind<T>(cluster: string, kind: WatchedKind<T>): KindCopy<T> {
    return this.#copies.get(cluster)?.kind(kind) ?? this.#nothing(kind);
  }

  onChange(listener: (change: CopyChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A person asks now, rather than being told: clusters that have been silent are asked whether they are still there. */
  look(): void {
    this.touch();
    for (const copy of this.#copies.values()) copy.look();
  }

  touch(): void {
    this.#touchedAt = this.#options.clock.now();
    if (this.#life || this.#stopped) return;
    const life = new AbortController();
    this.#life = life;
    const before = this.#running;
    this.#running = before.then(() => this.#run(life));
  }

  async ready(signal: AbortSignal, maxMs: number): Promise<void> {
    signal.throwIfAborted();
    if (this.#settled) return;
    const over = new AbortController();
    const follow = () => over.abort();
    signal.addEventListener('abort', follow, { once: true });
    const forget = this.onChange(() => {
      if (this.#settled) over.abort();
    });
    try {
      await this.#options.clock.sleep(maxMs, over.signal);
    } catch {
      signal.throwIfAborted();
    } finally {
      forget();
      signal.removeEventListener('abort', follow);
    }
  }

  /** For good. Resolves when every connection and timer has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#life?.abort(new Error('The live copy has stopped'));
    await this.#running;
  }

  get #settled(): boolean {
    return (
      this.#clustersAsked &&
      [...this.#copies.values()].every(copy => copy.settled)
    );
  }

  async #run(life: AbortController): Promise<void> {
    const { signal } = life;
    try {
      await Promise.all([this.#keepClusters(signal), this.#stopWhenIdle(life)]);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      const copies = [...this.#copies.values()];
      this.#copies.clear();
      this.#clustersAsked = false;
      this.#problem = undefined;
      this.#life = undefined;
      await Promise.all([...copies.map(copy => copy.stop()), ...this.#leaving]);
      this.#announce({ what: 'clusters' });
    }
  }

  async #stopWhenIdle(life: AbortController): Promise<void> {
    const { clock } = this.#options;
    for (;;) {
      const left = this.#touchedAt + this.#idleStopMs - clock.now();
      if (left <= 0) break;
      await clock.sleep(left, life.signal);
    }
    life.abort(new Error('Nobody reads'));
  }

  async #keepClusters(signal: AbortSignal): Promise<void> {
    const { api, clock, random } = this.#options;
    const backoff = new Backoff(random);
    for (;;) {
      let pause = CLUSTERS_AGAIN_MS;
      try {
        this.#adopt(await api.clusters(signal));
        this.#problem = undefined;
        backoff.reset();
      } catch (error) {
        signal.throwIfAborted();
        // What is known of the clusters stays as it is.
        this.#problem =
          error instanceof Error ? error.message : 'The clusters are not known';
        this.#options.logger.warn(this.#problem);
        pause = backoff.next();
      }
      this.#clustersAsked = true;
      this.#announce({ what: 'clusters' });
      await clock.sleep(pause, signal);
    }
  }

  #adopt(infos: readonly ClusterInfo[]): void {
    const { idleStopMs: _idleStopMs, namespacesOf, ...parts } = this.#options;
    const before = new Map(this.#copies);
    this.#copies.clear();
    for (const info of infos) {
      const copy = before.get(info.name);
      if (copy && sameCluster(copy.info, info)) {
        before.delete(info.name);
        this.#copies.set(info.name, copy);
        continue;
      }
      this.#copies.set(
        info.name,
        new ClusterCopy({
          ...parts,
          places: this.#places,
          info,
          namespaces: namespacesOf?.(info.name),
          onChange: change => this.#announce(change),
        }),
      );
    }
    for (const copy of before.values()) this.#dismiss(copy);
  }

  #dismiss(copy: ClusterCopy): void {
    const leaving = copy.stop().finally(() => this.#leaving.delete(leaving));
    this.#leaving.add(leaving);
  }

  #announce(change: CopyChange): void {
    const { logger } = this.#options;
    tellOfChange(change, this.#listeners, 'the live copy', logger);
  }

  #nothing<T>(kind: WatchedKind<T>): KindCopy<T> {
    const health = new KindHealthRecord(this.#options.clock, () => undefined);
    return new ReflectedKind(kind, new Store(kind), health);
  }
}

function sameCluster(a: ClusterInfo, b: ClusterInfo): boolean {
  return (
    a.title === b.title &&
    a.authProvider === b.authProvider &&
    a.oidcTokenProvider === b.oidcTokenProvider
  );
}
