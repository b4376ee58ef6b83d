import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../../clock/Clock';
import { resourceName } from '../../clusters/resourceName';
import type { ClusterState } from '../../watch/ClusterState';
import type { CopyChange } from '../../watch/CopyChange';
import { KindHealthRecord } from '../../watch/KindHealthRecord';
import type { KindCopy } from '../../watch/KindCopy';
import type { LiveCopy } from '../../watch/LiveCopy';
import { ReflectedKind } from '../../watch/ReflectedKind';
import { Store } from '../../watch/Store';
import type { StoreChange } from '../../watch/StoreChange';
import type { WatchedKind } from '../../watch/WatchedKind';
import { watchedKinds } from '../watchedKinds';

export type KindName = keyof typeof watchedKinds;

interface HeldKind {
  readonly store: Store<unknown>;
  readonly health: KindHealthRecord;
  readonly copy: ReflectedKind<unknown>;
}

/** A live copy with the real stores, filled by a test's hand instead of a cluster. */
export class HeldCopy implements LiveCopy {
  readonly #clock: Clock;
  readonly #clusters = new Map<string, Map<string, HeldKind>>();
  readonly #listeners = new Set<(change: CopyChange) => void>();
  #resourceVersion = 0;

  constructor(clock: Clock, clusters: readonly string[]) {
    this.#clock = clock;
    for (const each of clusters) this.#add(each);
  }

  clusters(): readonly ClusterState[] {
    return [...this.#clusters].map(([name, kinds]) => ({
      name,
      access: 'shared',
      kinds: [...kinds.values()].map(({ copy }) => copy.health),
    }));
  }

  problem(): undefined {
    return undefined;
  }

  kind<T>(cluster: string, kind: WatchedKind<T>): KindCopy<T> {
    const held = this.#clusters.get(cluster)?.get(resourceName(kind.resource));
    // Under its name there is nothing but a kind's own copy.
    if (held) return held.copy as KindCopy<T>;
    const health = new KindHealthRecord(this.#clock, () => {});
    return new ReflectedKind(kind, new Store(kind), health);
  }

  onChange(listener: (change: CopyChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  touch(): void {}

  async ready(): Promise<void> {}

  /** How many listen. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** Another version of the object, whatever it holds. */
  put(cluster: string, kind: KindName, object: { metadata: object }): void {
    this.#resourceVersion += 1;
    const resourceVersion = String(this.#resourceVersion);
    const metadata = { uid: 'u', ...object.metadata, resourceVersion };
    this.#told(cluster, kind, store => store.put({ ...object, metadata }));
  }

  remove(cluster: string, kind: KindName, object: { metadata: object }): void {
    this.#told(cluster, kind, store => store.remove(object));
  }

  become(cluster: string, kind: KindName, state: KindHealth['state']): void {
    const resource = resourceName(watchedKinds[kind].resource);
    const since = new Date(this.#clock.now()).toISOString();
    this.#held(cluster, kind)?.health.become(
      state,
      state === 'fresh'
        ? undefined
        : { because: 'unreachable', cluster, resource, since },
    );
  }

  /** The cluster goes, or comes without any object. */
  setCluster(cluster: string, isThere: boolean): void {
    if (isThere) this.#add(cluster);
    else this.#clusters.delete(cluster);
    this.#announce({ what: 'clusters' });
  }

  #told(
    cluster: string,
    kind: KindName,
    change: (store: Store<unknown>) => StoreChange,
  ): void {
    const held = this.#held(cluster, kind);
    if (!held) return;
    const resource = resourceName(watchedKinds[kind].resource);
    const { keys, indexed } = change(held.store);
    if (keys.length === 0) return;
    this.#announce({ what: 'objects', cluster, resource, keys, indexed });
  }

  #held(cluster: string, kind: KindName): HeldKind | undefined {
    const resource = resourceName(watchedKinds[kind].resource);
    return this.#clusters.get(cluster)?.get(resource);
  }

  #add(cluster: string): void {
    const kinds = this.#kinds(cluster);
    this.#clusters.set(cluster, kinds);
    for (const { health } of kinds.values()) health.become('fresh');
  }

  #kinds(cluster: string): Map<string, HeldKind> {
    const kinds: readonly WatchedKind<unknown>[] = Object.values(watchedKinds);
    return new Map(
      kinds.map(kind => {
        const resource = resourceName(kind.resource);
        const store = new Store(kind);
        const health: KindHealthRecord = new KindHealthRecord(this.#clock, () =>
          this.#announce({ what: 'health', cluster, resource }),
        );
        const copy = new ReflectedKind(kind, store, health);
        return [resource, { store, health, copy }];
      }),
    );
  }

  #announce(change: CopyChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
