import type {
  KindHealth,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { isKubernetesError } from '../clusters/errors/KubernetesError';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import { resourceName } from '../clusters/resourceName';
import type { CopyChange } from '../watch/CopyChange';
import { failureHealth } from '../watch/failureHealth';
import { KindHealthRecord } from '../watch/KindHealthRecord';
import type { FoundNamespaces, NamespaceScout } from '../watch/NamespaceScout';
import { ReflectedKind } from '../watch/ReflectedKind';
import { Store } from '../watch/Store';
import type { WatchedKind } from '../watch/WatchedKind';
import { NoRoom } from './NoRoom';

/** Milliseconds for which nobody asks again for all namespaces at once where that was denied. */
const WIDE_AGAIN_MS = 60_000;

export interface PersonalKindOptions<T> {
  readonly cluster: string;
  readonly kind: WatchedKind<T>;
  readonly api: Pick<KubernetesApi, 'list'>;
  /** Where to read what is denied in all namespaces at once; absent: it stays denied. */
  readonly scout?: Pick<NamespaceScout, 'find'> | undefined;
  readonly clock: Clock;
  /** Told of objects before they are taken in; throws `NoRoom`. */
  readonly makeRoom: (objects: number) => void;
  readonly onChange: (change: CopyChange) => void;
}

/** One kind of one cluster as one person's token shows it. */
export class PersonalKind<T> {
  readonly copy: ReflectedKind<T>;
  readonly #options: PersonalKindOptions<T>;
  readonly #resource: string;
  readonly #store: Store<T>;
  readonly #health: KindHealthRecord;
  /** Where it was read, unless everywhere. */
  #narrow: FoundNamespaces | undefined;
  #wideDenied: { readonly at: number; readonly error: unknown } | undefined;

  constructor(options: PersonalKindOptions<T>) {
    const { cluster, kind, clock, onChange } = options;
    const resource = resourceName(kind.resource);
    this.#options = options;
    this.#resource = resource;
    this.#store = new Store(kind);
    this.#health = new KindHealthRecord(
      clock,
      () => onChange({ what: 'health', cluster, resource }),
      { because: 'loading', cluster, resource },
    );
    this.copy = new ReflectedKind(kind, this.#store, {
      view: (...counts) => this.#view(...counts),
    });
  }

  /** Reads it again and says how that went; what is known stays until then. Rejects only when the signal aborts. */
  async read(signal: AbortSignal): Promise<unknown> {
    try {
      await this.#readWhereAllowed(signal);
      this.#health.seen();
      this.#health.become('fresh');
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      this.fail(error);
      return error;
    }
  }

  /** What kept this kind from being read, also when it was another kind that found out. */
  fail(error: unknown): void {
    const { cluster, clock } = this.#options;
    const { everSeen } = this.#health;
    if (error instanceof NoRoom) {
      this.#health.become(everSeen ? 'stale' : 'down', {
        because: 'unreachable',
        cluster,
        since: new Date(clock.now()).toISOString(),
        resource: this.#resource,
        says: error.says,
      });
      return;
    }
    const { state, problem, since, drop } = failureHealth(error, {
      ...{ cluster, resource: this.#resource, everSeen, now: clock.now() },
    });
    if (drop) this.#clear();
    this.#health.become(
      state,
      problem.because === 'denied' ? { ...problem, as: 'person' } : problem,
      since,
    );
  }

  /** Nothing of it may be shown, whatever the cluster's rules are. */
  refuse(problem: Problem): void {
    this.#clear();
    this.#health.become('denied', problem);
  }

  async #readWhereAllowed(signal: AbortSignal): Promise<void> {
    const { clock, kind, scout } = this.#options;
    const before = this.#wideDenied;
    let denied = before?.error;
    if (!before || clock.now() - before.at >= WIDE_AGAIN_MS) {
      denied = await this.#list([undefined], signal);
      if (denied === undefined) {
        this.#wideDenied = undefined;
        this.#narrow = undefined;
        return;
      }
      if (!scout || !kind.namespaced) throw denied;
      this.#wideDenied = { at: clock.now(), error: denied };
    }
    const found = await scout?.find(kind.resource, signal);
    const read: string[] = [];
    // That all at once is denied says it all: which namespaces were tried is not this person's to know.
    if (!found || (await this.#list(found.namespaces, signal, read))) {
      throw denied;
    }
    this.#narrow = { ...found, namespaces: read };
  }

  /** Reads these as one list; returns what the last one said when none was allowed. */
  async #list<N extends string | undefined>(
    namespaces: readonly N[],
    signal: AbortSignal,
    read: N[] = [],
  ): Promise<unknown> {
    const { api, cluster, kind, makeRoom } = this.#options;
    const listing = this.#store.relist();
    let refusal: unknown = 'there is nothing to ask for';
    for (const namespace of namespaces) {
      const request = {
        cluster,
        resource: kind.resource,
        labelSelector: kind.labelSelector,
        namespace,
      };
      try {
        for await (const { items } of api.list(request, signal)) {
          makeRoom(items.length);
          listing.add(items);
        }
        read.push(namespace);
      } catch (error) {
        if (!isRule(error)) throw error;
        refusal = error;
      }
    }
    if (read.length === 0) return refusal;
    this.#announce(listing.commit());
    return undefined;
  }

  #view(resource: string, objects: number, unreadable: number): KindHealth {
    const view = this.#health.view(resource, objects, unreadable);
    const narrow = this.#narrow;
    if (!narrow || view.state === 'denied') return view;
    return {
      ...view,
      limitedTo: [...narrow.namespaces],
      ...(narrow.leftOut > 0 && { leftOut: narrow.leftOut }),
    };
  }

  #clear(): void {
    this.#health.forget();
    this.#narrow = undefined;
    this.#announce(this.#store.clear());
  }

  #announce(change: ReturnType<Store<T>['clear']>): void {
    if (change.keys.length === 0) return;
    const { cluster, onChange } = this.#options;
    onChange({
      what: 'objects',
      cluster,
      resource: this.#resource,
      ...change,
    });
  }
}

/** The cluster knows who asks, and its rules say no. */
function isRule(error: unknown): boolean {
  return (
    isKubernetesError(error) &&
    error.because === 'denied' &&
    error.by === 'cluster'
  );
}
