import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import type { ClusterInfo } from '../clusters/ClusterInfo';
import type { KubernetesApi } from '../clusters/KubernetesApi';
import { resourceName } from '../clusters/resourceName';
import { ClusterContact } from './ClusterContact';
import type { ClusterState } from './ClusterState';
import type { CopyLogger } from './CopyLogger';
import type { CopyChange } from './CopyChange';
import type { KindCopy } from './KindCopy';
import { logHealth } from './logHealth';
import { KindHealthRecord } from './KindHealthRecord';
import { ReflectedKind } from './ReflectedKind';
import { Reflector } from './Reflector';
import { Store } from './Store';
import type { WatchedKind } from './WatchedKind';

const NEEDS_OWN_TOKEN =
  "this cluster is read with each person's own token, which this plugin does not support yet";

/** The copy of one cluster: a reflector for each kind, all of their own, so that no other cluster can hold them up. */
export class ClusterCopy {
  readonly #info: ClusterInfo;
  readonly #kinds = new Map<WatchedKind<unknown>, ReflectedKind<unknown>>();
  readonly #life = new AbortController();
  readonly #contact: ClusterContact;
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: {
    readonly api: KubernetesApi;
    readonly info: ClusterInfo;
    readonly kinds: readonly WatchedKind<unknown>[];
    readonly clock: Clock;
    readonly random: () => number;
    readonly logger: CopyLogger;
    readonly onChange: (change: CopyChange) => void;
  }) {
    const { api, info, clock, random, logger, onChange } = options;
    this.#info = info;
    const cluster = info.name;
    const contact = new ClusterContact({ api, cluster, clock, random });
    this.#contact = contact;
    const reflectors = options.kinds.map(kind => {
      const resource = resourceName(kind.resource);
      const store = new Store(kind);
      const health: KindHealthRecord = new KindHealthRecord(
        clock,
        () => {
          logHealth(logger, cluster, health.view(resource, 0, 0));
          onChange({ what: 'health', cluster, resource });
        },
        firstProblem(info, resource),
      );
      this.#kinds.set(kind, new ReflectedKind(kind, store, health));
      return new Reflector({
        api,
        cluster,
        kind,
        store,
        health,
        contact,
        clock,
        random,
        onObjects: change =>
          onChange({ what: 'objects', cluster, resource, ...change }),
      });
    });
    if (info.access === 'shared') {
      const { signal } = this.#life;
      this.#running = Promise.all(
        [contact, ...reflectors].map(part => part.run(signal)),
      );
    }
  }

  get info(): ClusterInfo {
    return this.#info;
  }

  state(): ClusterState {
    return {
      name: this.#info.name,
      title: this.#info.title,
      access: this.#info.access,
      kinds: [...this.#kinds.values()].map(kind => kind.health),
    };
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

  /** Makes sure now that the cluster is still there. */
  look(): void {
    this.#contact.doubt();
  }

  /** Ends every loop, connection and timer of it. */
  async stop(): Promise<void> {
    this.#life.abort(new Error('The live copy has stopped'));
    await this.#running;
  }
}

function firstProblem(info: ClusterInfo, resource: string): Problem {
  return {
    because: 'loading',
    cluster: info.name,
    resource,
    ...(info.access === 'per-user' ? { says: NEEDS_OWN_TOKEN } : {}),
  };
}
