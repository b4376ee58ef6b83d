import { createHash } from 'node:crypto';
import type { Clock } from '../clock/Clock';
import type { CopyLogger } from '../watch/CopyLogger';
import type { LiveCopy } from '../watch/LiveCopy';
import type { WatchedKind } from '../watch/WatchedKind';
import type { AsPerson } from './AsPerson';
import type { ClusterToken } from './ClusterToken';
import type { ClusterTokens } from './ClusterTokens';
import { NoRoom } from './NoRoom';
import { PersonalCluster } from './PersonalCluster';
import type { PersonalClusterState } from './PersonalClusterState';
import type { PersonalCopy } from './PersonalCopy';
import { TokensCopy } from './TokensCopy';

/** Milliseconds without a look after which a copy is given up: a page that is left and found again still has it. */
export const KEPT_MS = 60_000;
/** Milliseconds between two looks for copies that nobody uses. */
const SWEEP_MS = 15_000;
/** Copies of single persons at a time: a hundred people with some clusters each. */
const MOST_COPIES = 500;
/** Objects of one cluster that are kept for one person: ten times what a big team has in its namespaces. */
const MOST_OBJECTS_EACH = 50_000;
/** Objects of all persons together; at about 1 KB each, 250 MB. */
const MOST_OBJECTS = 250_000;

interface PersonalCopiesOptions {
  /** Tells which clusters there are. */
  readonly shared: Pick<LiveCopy, 'clusters' | 'onChange'>;
  readonly asPerson: (
    cluster: PersonalClusterState,
    token: ClusterToken,
    life: AbortSignal,
  ) => AsPerson;
  readonly kinds: readonly WatchedKind<unknown>[];
  readonly clock: Clock;
  readonly logger: Pick<CopyLogger, 'error'>;
  readonly limits?: {
    readonly copies: number;
    readonly objectsEach: number;
    readonly objects: number;
  };
}

/**
 * Copies of clusters that only a person's own token opens: one for each person, token and cluster, so that nobody ever reads
 * what another one's token has shown, and all that one person has open reads each cluster once.
 */
export class PersonalCopies {
  readonly #options: PersonalCopiesOptions;
  readonly #limits;
  readonly #clusters = new Map<string, PersonalCluster>();
  readonly #leaving = new Set<Promise<void>>();
  readonly #life = new AbortController();
  #sweeping: Promise<void> | undefined;

  constructor(options: PersonalCopiesOptions) {
    this.#options = options;
    this.#limits = options.limits ?? {
      copies: MOST_COPIES,
      objectsEach: MOST_OBJECTS_EACH,
      objects: MOST_OBJECTS,
    };
  }

  /** How many copies are held. */
  get size(): number {
    return this.#clusters.size;
  }

  /** The clusters that want a person's own token, as these tokens show them. */
  of(tokens: ClusterTokens): PersonalCopy {
    const { clock, shared } = this.#options;
    return new TokensCopy({
      ...{ clock, shared, tokens },
      open: (cluster, token) => this.#open(tokens.who, cluster, token),
    });
  }

  /** For good. Resolves when every connection and timer has ended. */
  async stop(): Promise<void> {
    this.#life.abort(new Error('The backend stops'));
    for (const key of [...this.#clusters.keys()]) this.#drop(key);
    await Promise.all([this.#sweeping, ...this.#leaving]);
  }

  /** Throws `NoRoom`. */
  #open(
    who: string,
    cluster: PersonalClusterState,
    token: ClusterToken,
  ): { readonly owner: string; readonly copy: PersonalCluster } {
    const owner = keyOf([who, cluster.name, cluster.authProvider, token.hash]);
    const known = this.#clusters.get(owner);
    if (known) return { owner, copy: known };
    if (this.#life.signal.aborted) throw new NoRoom('the backend stops');
    while (this.#clusters.size >= this.#limits.copies) this.#giveUpOldest();
    const { clock, kinds, logger } = this.#options;
    const { name, title, access, authProvider } = cluster;
    const copy: PersonalCluster = new PersonalCluster({
      cluster: { name, title, access, authProvider },
      ...{ token, kinds, clock, logger },
      asPerson: life => this.#options.asPerson(cluster, token, life),
      makeRoom: objects => this.#makeRoom(copy, objects),
    });
    this.#clusters.set(owner, copy);
    this.#sweeping ??= this.#sweep().finally(() => {
      this.#sweeping = undefined;
    });
    return { owner, copy };
  }

  #makeRoom(of: PersonalCluster, reading: number): void {
    if (reading > this.#limits.objectsEach) {
      throw new NoRoom(
        `your token shows more than ${
          this.#limits.objectsEach
        } objects of it, which is more than is kept for one person`,
      );
    }
    // What is known of it stays until the new list is whole: both count.
    const needed = () =>
      reading +
      [...this.#clusters.values()].reduce((sum, each) => sum + each.objects, 0);
    while (needed() > this.#limits.objects) this.#giveUpOldest(of);
  }

  /** The one at which nobody has looked for longest. */
  #giveUpOldest(but?: PersonalCluster): void {
    const now = this.#options.clock.now();
    const [oldest] = [...this.#clusters]
      .filter(([, copy]) => copy !== but && copy.usedAt < now)
      .sort(([, a], [, b]) => a.usedAt - b.usedAt);
    if (!oldest) {
      throw new NoRoom(
        'so many people look at clusters with their own tokens that there is no room for more: try again in a minute',
      );
    }
    this.#drop(oldest[0]);
  }

  async #sweep(): Promise<void> {
    const { clock } = this.#options;
    while (this.#clusters.size > 0 && !this.#life.signal.aborted) {
      await clock.sleep(SWEEP_MS, this.#life.signal).catch(() => {});
      for (const [key, { usedAt }] of this.#clusters)
        if (clock.now() - usedAt >= KEPT_MS) this.#drop(key);
    }
  }

  #drop(key: string): void {
    const copy = this.#clusters.get(key);
    this.#clusters.delete(key);
    if (!copy) return;
    const leaving = copy.stop().finally(() => this.#leaving.delete(leaving));
    this.#leaving.add(leaving);
  }
}

/** Nothing of the token can be read from it, also not together with the rest. */
function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
