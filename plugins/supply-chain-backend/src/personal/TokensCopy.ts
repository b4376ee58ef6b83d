import type {
  KindHealth,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import type { ClusterState } from '../watch/ClusterState';
import type { CopyChange } from '../watch/CopyChange';
import { KindHealthRecord } from '../watch/KindHealthRecord';
import type { KindCopy } from '../watch/KindCopy';
import type { LiveCopy } from '../watch/LiveCopy';
import { ReflectedKind } from '../watch/ReflectedKind';
import { Store } from '../watch/Store';
import type { WatchedKind } from '../watch/WatchedKind';
import type { ClusterToken } from './ClusterToken';
import type { ClusterTokens } from './ClusterTokens';
import { NoRoom } from './NoRoom';
import type { PersonalCluster } from './PersonalCluster';
import type { PersonalClusterState } from './PersonalClusterState';
import type { PersonalCopy, PersonalSource } from './PersonalCopy';

interface Opened {
  readonly owner: string;
  readonly copy: PersonalCluster;
}

interface TokensCopyOptions {
  readonly shared: Pick<LiveCopy, 'clusters' | 'onChange'>;
  readonly tokens: ClusterTokens;
  readonly clock: Clock;
  /** Throws `NoRoom`. */
  readonly open: (cluster: PersonalClusterState, token: ClusterToken) => Opened;
}

/** What the tokens of one request open. Holds nothing itself: the copies are the owner's, and others' requests may share them. */
export class TokensCopy implements PersonalCopy {
  readonly #options: TokensCopyOptions;
  #known:
    | {
        readonly all: readonly ClusterState[];
        readonly states: readonly PersonalClusterState[];
      }
    | undefined;

  constructor(options: TokensCopyOptions) {
    this.#options = options;
  }

  clusters(): readonly ClusterState[] {
    return this.#states().map(cluster => {
      const opened = this.#open(cluster);
      return 'problem' in opened
        ? { ...cluster, kinds: cluster.kinds.map(refused(opened.problem)) }
        : opened.copy.state();
    });
  }

  has(cluster: string): boolean {
    return this.#state(cluster) !== undefined;
  }

  problem(): undefined {
    return undefined;
  }

  kind<T>(cluster: string, kind: WatchedKind<T>): KindCopy<T> {
    const state = this.#state(cluster);
    const opened = state && this.#open(state);
    if (opened && 'copy' in opened) {
      const copy = opened.copy.kind(kind);
      if (copy) return copy;
    }
    const health = new KindHealthRecord(this.#options.clock, () => {});
    if (opened && 'problem' in opened) {
      health.become(stateOf(opened.problem), opened.problem);
    }
    return new ReflectedKind(kind, new Store(kind), health);
  }

  onChange(listener: (change: CopyChange) => void): () => void {
    const following = new Map<PersonalCluster, () => void>();
    const follow = () => {
      const now = new Set(this.#copies());
      for (const [copy, leave] of following) {
        if (now.has(copy)) continue;
        following.delete(copy);
        leave();
      }
      for (const copy of now) {
        if (!following.has(copy)) following.set(copy, copy.onChange(listener));
      }
    };
    follow();
    const leaveShared = this.#options.shared.onChange(change => {
      if (change.what === 'clusters') follow();
    });
    return () => {
      leaveShared();
      for (const leave of following.values()) leave();
    };
  }

  touch(): void {
    for (const copy of this.#copies()) copy.touch();
  }

  async ready(signal: AbortSignal, maxMs: number): Promise<void> {
    await this.current(signal, maxMs, undefined);
  }

  async current(
    signal: AbortSignal,
    maxMs: number,
    cluster: string | undefined,
  ): Promise<void> {
    signal.throwIfAborted();
    await Promise.all(
      this.#copies(cluster).map(copy => copy.current(signal, maxMs)),
    );
  }

  source(cluster: string): PersonalSource | undefined {
    const state = this.#state(cluster);
    const opened = state && this.#open(state);
    return opened && 'copy' in opened
      ? { owner: opened.owner, api: opened.copy.api }
      : undefined;
  }

  #copies(cluster?: string): readonly PersonalCluster[] {
    return this.#states()
      .filter(({ name }) => cluster === undefined || name === cluster)
      .flatMap(state => {
        const opened = this.#open(state);
        return 'copy' in opened ? opened.copy : [];
      });
  }

  #states(): readonly PersonalClusterState[] {
    const all = this.#options.shared.clusters();
    if (this.#known?.all !== all) {
      const states = all.flatMap(({ authProvider, ...cluster }) =>
        cluster.access === 'per-user' && authProvider !== undefined
          ? { ...cluster, authProvider }
          : [],
      );
      this.#known = { all, states };
    }
    return this.#known.states;
  }

  #state(cluster: string): PersonalClusterState | undefined {
    return this.#states().find(({ name }) => name === cluster);
  }

  #open(cluster: PersonalClusterState): Opened | { problem: Problem } {
    const { name, authProvider } = cluster;
    const token = this.#options.tokens.of(authProvider);
    if (!token) {
      const why = 'missing';
      return {
        problem: { because: 'sign-in', cluster: name, authProvider, why },
      };
    }
    try {
      return this.#options.open(cluster, token);
    } catch (error) {
      if (!(error instanceof NoRoom)) throw error;
      const since = new Date(this.#options.clock.now()).toISOString();
      const { says } = error;
      return {
        problem: { because: 'unreachable', cluster: name, since, says },
      };
    }
  }
}

function refused(problem: Problem) {
  return ({ resource }: KindHealth): KindHealth => ({
    resource,
    state: stateOf(problem),
    objects: 0,
    unreadable: 0,
    problem,
  });
}

function stateOf({ because }: Problem): KindHealth['state'] {
  return because === 'sign-in' ? 'denied' : 'down';
}
