import type {
  Problem,
  WorkloadsAnswer,
  WorkloadsQuery,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Clock } from '../clock/Clock';
import { resourceName } from '../clusters/resourceName';
import type { ClusterState } from '../watch/ClusterState';
import type { LiveCopy } from '../watch/LiveCopy';
import { ClusterHealths } from './ClusterHealths';
import { KeptPages } from './rows/KeptPages';
import { OwnRows } from './rows/OwnRows';
import { pageOfRows, type PageOfRows } from './rows/pageOfRows';
import { RowDecisions } from './rows/RowDecisions';
import type { RowPart } from './rows/RowPart';
import { seenCopy } from './seenCopy';
import type { Sight } from './Sight';
import type { LiveViews } from './views/LiveViews';
import { watchedKinds } from './watchedKinds';
import { FIRST_LIST_WAIT_MS } from './whenKnown';

/** Problems in one answer at most: a cluster full of malformed objects must not make a page of them. */
const MAX_PROBLEMS = 50;

/**
 * Milliseconds for which one answer is given again while nothing in it changes. It tells when each cluster was last heard
 * of, which alone makes no new version, and should not become much older than it is.
 */
const SAME_ANSWER_MS = 10_000;

const WORKLOADS = resourceName(watchedKinds.workload.resource);

/** What an answer tells besides its rows. */
interface Rest {
  readonly told: Pick<WorkloadsAnswer, 'clusters' | 'problems'>;
  /** Clusters whose rows are old. */
  readonly stale: ReadonlySet<string>;
  /** Equal texts say the same, but for when each cluster was last heard of. */
  readonly text: string;
}

interface Given {
  readonly at: number;
  readonly text: string;
  readonly answer: WorkloadsAnswer;
}

/** Answers lists of workloads from the rows that are kept. */
export class WorkloadLists {
  readonly #copy: LiveCopy;
  readonly #clock: Clock;
  readonly #views: LiveViews;
  readonly #own: OwnRows;
  readonly #decisions: RowDecisions;
  readonly #pages = new KeptPages();
  readonly #given = new WeakMap<PageOfRows, Given>();
  /** By the states of the clusters and the rights of the reader. */
  readonly #rests = new WeakMap<readonly ClusterState[], Map<string, Rest>>();

  constructor(options: {
    copy: LiveCopy;
    clock: Clock;
    pause: () => Promise<void>;
    views: LiveViews;
  }) {
    const { counts, rows } = options.views;
    this.#copy = options.copy;
    this.#clock = options.clock;
    this.#views = options.views;
    this.#own = new OwnRows({ ...options, counts }, rows);
    this.#decisions = new RowDecisions(rows.table);
  }

  /** Of a copy whose first lists are known. Rows that take too long to derive are left out, and the answer says so. */
  async read(query: WorkloadsQuery, as: Sight): Promise<WorkloadsAnswer> {
    const { counts, perUser, rows } = this.#views;
    await rows.settle(as.signal, FIRST_LIST_WAIT_MS);
    const own = await this.#own.of(perUser, as);
    const rest = this.#rest(as, own === undefined);
    const { stale, told } = rest;
    const sees = this.#decisions.of(as);
    const isStale = ({ table }: RowPart, slot: number) =>
      stale.size > 0 &&
      stale.has(table.words.cluster.text(table.cluster(slot)));
    const everybodys: RowPart = {
      table: rows.table,
      sees: own ? slot => !own.instead.has(slot) && sees(slot) : sees,
      isOld: slot => rows.isOld(slot) || isStale(everybodys, slot),
    };
    const make = () => {
      if (!own) return pageOfRows([everybodys], query);
      const owns: RowPart = {
        table: own.table,
        sees: new RowDecisions(own.table).of(as),
        isOld: slot => isStale(owns, slot),
      };
      return pageOfRows([everybodys, owns], query);
    };
    if (own || as.rights === undefined || !rows.settled) {
      return { ...make(), ...told };
    }
    const { page, isKept } = this.#pages.page(
      JSON.stringify([as.rights, query]),
      JSON.stringify([rows.table.version, ...stale]),
      make,
    );
    if (isKept) counts.hits += 1;
    return this.#sameAnswer(page, rest);
  }

  /** An answer that has not changed is the same object, so that it is written out once for all who read it. */
  #sameAnswer(page: PageOfRows, { told, text }: Rest): WorkloadsAnswer {
    const now = this.#clock.now();
    const given = this.#given.get(page);
    if (given?.text === text && now - given.at < SAME_ANSWER_MS) {
      return given.answer;
    }
    const answer = { ...page, ...told };
    this.#given.set(page, { at: now, text, answer });
    return answer;
  }

  /** Made once for all who have the same rights, until a cluster has something else to say of itself. */
  #rest(as: Sight, isEverybodys: boolean): Rest {
    const { rows } = this.#views;
    const copy = seenCopy(this.#copy, as);
    const make = () => {
      const healths = new ClusterHealths(copy, as);
      const told = {
        clusters: healths.views(),
        problems: this.#problems(healths, as),
      };
      const text = JSON.stringify(told, (key, value: unknown) =>
        key === 'seenAt' ? undefined : value,
      );
      return { told, stale: new Set(healths.stale()), text };
    };
    const { rights } = as;
    const isShared = isEverybodys && rows.settled && rows.failed().length === 0;
    if (!isShared || rights === undefined) return make();
    const states = copy.clusters();
    const known = this.#rests.get(states) ?? new Map<string, Rest>();
    this.#rests.set(states, known);
    const rest = known.get(rights) ?? make();
    known.set(rights, rest);
    return rest;
  }

  #problems(healths: ClusterHealths, as: Sight): Problem[] {
    const { rows } = this.#views;
    const incomplete = healths.names
      .filter(cluster => rows.isIncomplete(cluster))
      .map(cluster => ({
        because: 'loading' as const,
        cluster,
        resource: WORKLOADS,
      }));
    const failed = rows
      .failed()
      .filter(ref => as.sees({ kind: 'Workload', ...ref, labels: {} }))
      .map(ref => ({
        because: 'unreadable' as const,
        ...ref,
        resource: WORKLOADS,
        says: 'no row can be made of it, which is a fault of this plugin: its log tells more',
      }));
    return [...healths.problems(), ...incomplete, ...failed].slice(
      0,
      MAX_PROBLEMS,
    );
  }
}
