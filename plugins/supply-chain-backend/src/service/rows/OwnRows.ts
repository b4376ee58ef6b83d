import { resourceName } from '../../clusters/resourceName';
import type { KindCopy } from '../../watch/KindCopy';
import type { LiveCopy } from '../../watch/LiveCopy';
import type { WatchedKind } from '../../watch/WatchedKind';
import { objectKey } from '../../watch/objectKey';
import { clusterCopies } from '../clusterCopies';
import { seenCopy } from '../seenCopy';
import type { Sight } from '../Sight';
import { dependency } from '../views/dependency';
import { watchedKinds } from '../watchedKinds';
import { deriveRow } from './deriveRow';
import type { LiveRows, LiveRowsOptions } from './LiveRows';
import { RowTable } from './RowTable';
import { SLICE_MS } from './SLICE_MS';

const DELIVERABLES = resourceName(watchedKinds.deliverable.resource);

/** Rows that only one reader has. */
export interface Own {
  readonly table: RowTable;
  /** Rows of everybody that this reader sees otherwise, because their delivery is on a cluster of their own. */
  readonly instead: ReadonlySet<number>;
}

interface Kept extends Own {
  readonly state: string;
}

/**
 * Rows of clusters that are read with a reader's own tokens. They are kept with the copies that these tokens have opened, by
 * which nobody else can come to them, and go when those go.
 */
export class OwnRows {
  readonly #options: Omit<
    LiveRowsOptions,
    'id' | 'onLate' | 'reportUnexpected'
  >;
  readonly #everybodys: LiveRows;
  readonly #kept = new WeakMap<KindCopy<unknown>, Kept>();

  constructor(
    options: Omit<LiveRowsOptions, 'id' | 'onLate' | 'reportUnexpected'>,
    everybodys: LiveRows,
  ) {
    this.#options = options;
    this.#everybodys = everybodys;
  }

  /** Undefined when none of these clusters is open to the reader. */
  async of(
    perUser: readonly string[],
    as: Pick<Sight, 'signal' | 'personal'>,
  ): Promise<Own | undefined> {
    const owners = perUser.flatMap(name => {
      const owner = as.personal?.source(name)?.owner;
      return owner === undefined ? [] : { name, owner };
    });
    const [first] = owners;
    if (!first) return undefined;
    const seen = seenCopy(this.#options.copy, as);
    const copy = remembering(seen);
    const clusters = seen.clusters().map(({ name }) => name);
    const names = owners.map(({ name }) => name);
    const key = copy.kind(first.name, watchedKinds.workload);
    const state = JSON.stringify([owners, this.#state(copy, clusters, names)]);
    const kept = this.#kept.get(key);
    if (kept?.state === state) return kept;
    const own = await this.#derive(copy, clusters, names, as.signal);
    this.#kept.set(key, { ...own, state });
    return own;
  }

  /** Changes whenever anything does that one of the rows could depend on; a row tells minutes besides. */
  #state(
    copy: Pick<LiveCopy, 'kind'>,
    clusters: readonly string[],
    own: readonly string[],
  ): unknown {
    const deliverables = clusters.map(
      name => copy.kind(name, watchedKinds.deliverable).version,
    );
    const versions = own.map(name =>
      Object.values(clusterCopies(copy, name)).map(kind => kind.version),
    );
    const delivers = own.some(
      name => copy.kind(name, watchedKinds.deliverable).size > 0,
    );
    return [
      ...[clusters, deliverables, versions],
      delivers ? this.#everybodys.table.version : 0,
      Math.floor(this.#options.clock.now() / 60_000),
    ];
  }

  async #derive(
    copy: Pick<LiveCopy, 'kind' | 'clusters'>,
    clusters: readonly string[],
    own: readonly string[],
    signal: AbortSignal,
  ): Promise<Own> {
    const { clock, counts, pause } = this.#options;
    const table = new RowTable('own');
    const instead = this.#otherwise(copy, own);
    const refs = [
      ...[...instead].map(slot => this.#everybodys.table.ref(slot)),
      ...own.flatMap(cluster =>
        [...copy.kind(cluster, watchedKinds.workload).all()].map(
          ({ meta: { namespace, name } }) => ({ cluster, namespace, name }),
        ),
      ),
    ];
    let until = clock.now() + SLICE_MS;
    for (const ref of refs) {
      if (clock.now() >= until) {
        await pause();
        signal.throwIfAborted();
        until = clock.now() + SLICE_MS;
      }
      const now = clock.now();
      const derived = deriveRow({ copy, clusters, now, ...ref });
      if (!derived) continue;
      counts.derived += 1;
      table.put(table.claim(ref), derived.row, derived.labels);
    }
    return { table, instead };
  }

  #otherwise(
    copy: Pick<LiveCopy, 'kind'>,
    own: readonly string[],
  ): ReadonlySet<number> {
    const slots = new Set<number>();
    for (const cluster of own) {
      for (const { meta } of copy
        .kind(cluster, watchedKinds.deliverable)
        .all()) {
        const key = objectKey(meta.namespace, meta.name);
        const on = dependency.anywhere(DELIVERABLES, key);
        for (const slot of this.#everybodys.dependingOn(on)) slots.add(slot);
      }
    }
    return slots;
  }
}

/** The copy as of one moment, with its look-ups remembered: whose cluster it is, is found out once and not for every row. */
function remembering(copy: LiveCopy): Pick<LiveCopy, 'kind' | 'clusters'> {
  const known = new Map<string, KindCopy<unknown>>();
  return {
    clusters: () => copy.clusters(),
    kind<T>(cluster: string, kind: WatchedKind<T>): KindCopy<T> {
      const key = `${cluster}\n${resourceName(kind.resource)}`;
      const found = known.get(key) ?? copy.kind(cluster, kind);
      known.set(key, found);
      // Under its name there is nothing but a kind's own copy, which the map's type cannot say.
      return found as KindCopy<T>;
    },
  };
}
