import { setMaxListeners } from 'node:events';
import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { authProviderOf } from '../clusters/authProviderOf';
import type { ClusterInfo } from '../clusters/ClusterInfo';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import type { KubernetesDiscovery } from '../clusters/KubernetesDiscovery';
import { resourceName } from '../clusters/resourceName';
import { ClusterContact } from './ClusterContact';
import type { ClusterState } from './ClusterState';
import type { CopyLogger } from './CopyLogger';
import type { CopyChange } from './CopyChange';
import { earlyEnd } from './earlyEnd';
import type { KindCopy } from './KindCopy';
import type { ListPlaces } from './ListPlaces';
import { logHealth } from './logHealth';
import { KindHealthRecord } from './KindHealthRecord';
import { KindReflection } from './KindReflection';
import { NamespaceScout } from './NamespaceScout';
import { ReflectedKind } from './ReflectedKind';
import { ServedKinds } from './ServedKinds';
import { Store } from './Store';
import { StreamingLists } from './StreamingLists';
import type { WatchedKind } from './WatchedKind';

/** Milliseconds, the same again by chance, until an absent kind is asked for again where nobody can say that it came. */
const ABSENT_AGAIN_MS = 30_000;

/** The copy of one cluster: a reflector for each kind, all of their own, so that no other cluster can hold them up. */
export class ClusterCopy {
  readonly #info: ClusterInfo;
  readonly #kinds = new Map<WatchedKind<unknown>, ReflectedKind<unknown>>();
  readonly #life = new AbortController();
  readonly #contact: ClusterContact;
  /** In which something is or was held. */
  readonly #namespaces = new Set<string>();
  #running: Promise<unknown> = Promise.resolve();
  #state: ClusterState | undefined;

  constructor(options: {
    readonly api: KubernetesApi;
    /** Shared with all other clusters. */
    readonly places: ListPlaces;
    readonly info: ClusterInfo;
    readonly kinds: readonly WatchedKind<unknown>[];
    readonly clock: Clock;
    readonly random: () => number;
    readonly logger: CopyLogger;
    readonly onChange: (change: CopyChange) => void;
    readonly silenceMs?: number | undefined;
    readonly discovery?: KubernetesDiscovery | undefined;
    /** Where to read what is denied in all namespaces at once; undefined: to be found out. */
    readonly namespaces?: readonly string[] | undefined;
  }) {
    const { api, info, clock, places, random, onChange, silenceMs } = options;
    this.#info = info;
    const cluster = info.name;
    const { signal } = this.#life;
    // A reflector for each kind, with a connection and a deadline, and their parts in namespaces; all end with the signal.
    setMaxListeners(0, signal);
    const contact = new ClusterContact({
      ...{ api, cluster, clock, random, silenceMs },
    });
    this.#contact = contact;
    const streaming = new StreamingLists(clock);
    const discovery = options.discovery && {
      ...{ cluster, clock, random, life: signal },
      discovery: options.discovery,
    };
    const served =
      discovery &&
      new ServedKinds({ ...discovery, onAnswer: () => contact.heard() });
    const scout =
      discovery &&
      new NamespaceScout({
        ...{ ...discovery, api, configured: options.namespaces },
        held: () => this.#namespaces,
      });
    const reflections = options.kinds.map((kind, ordinal, all) => {
      const resource = resourceName(kind.resource);
      const store = new Store(kind);
      const reflection: KindReflection<unknown> = new KindReflection({
        reflector: {
          ...{ api, cluster, kind, store, contact, streaming, places },
          ...{ clock, random, early: earlyEnd(ordinal, all.length) },
          untilServed: waiting =>
            served
              ? served.wait(kind.resource, waiting)
              : clock.sleep(ABSENT_AGAIN_MS * (1 + random()), waiting),
          onObjects: change => {
            this.#remember(change.keys);
            onChange({ what: 'objects', cluster, resource, ...change });
          },
        },
        scout,
        newHealth: changed =>
          new KindHealthRecord(clock, changed, firstProblem(info, resource)),
        onHealth: () => {
          logHealth(options.logger, cluster, reflection.view(resource, 0, 0));
          onChange({ what: 'health', cluster, resource });
        },
      });
      this.#kinds.set(kind, new ReflectedKind(kind, store, reflection));
      return reflection;
    });
    if (info.access === 'shared') {
      this.#running = Promise.all(
        [contact, ...reflections].map(part => part.run(signal)),
      );
    }
  }

  get info(): ClusterInfo {
    return this.#info;
  }

  /** The same object as long as it says the same: what was made of it need not be made again. */
  state(): ClusterState {
    const before = this.#state;
    const kinds = Array.from(this.#kinds.values(), kind => kind.health);
    if (before && kinds.every((kind, n) => kind === before.kinds[n])) {
      return before;
    }
    const state: ClusterState = {
      name: this.#info.name,
      title: this.#info.title,
      access: this.#info.access,
      authProvider: authProviderOf(this.#info),
      kinds,
    };
    this.#state = state;
    return state;
  }

  /** Whether every first list has answered or failed, or will never be asked for. */
  get settled(): boolean {
    return (
      this.#info.access === 'per-user' ||
      [...this.#kinds.values()].every(kind => kind.health.state !== 'loading')
    );
  }

  kind<T>(kind: WatchedKind<T>): KindCopy<T> | undefined {
    // The map holds under a kind nothing but its own copy, which its type cannot say.
    return this.#kinds.get(kind) as KindCopy<T> | undefined;
  }

  /** A person looks: makes sure that the cluster is still there, unless it has just said so. */
  look(): void {
    this.#contact.look();
  }

  #remember(keys: readonly string[]): void {
    for (const key of keys) {
      const slash = key.indexOf('/');
      if (slash > 0) this.#namespaces.add(key.slice(0, slash));
    }
  }

  /** Ends every loop, connection and timer of it. */
  async stop(): Promise<void> {
    this.#life.abort(new Error('The live copy has stopped'));
    await this.#running;
  }
}

/** What is shared of a cluster that is read with each person's own token is only that it wants one (`personal/`). */
function firstProblem(info: ClusterInfo, resource: string): Problem {
  const { name: cluster } = info;
  return info.access === 'shared'
    ? { because: 'loading', cluster, resource }
    : {
        because: 'sign-in',
        cluster,
        authProvider: authProviderOf(info),
        why: 'missing',
      };
}
