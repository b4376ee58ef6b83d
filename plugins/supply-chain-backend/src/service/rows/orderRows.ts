import {
  assertNever,
  WORKLOAD_PHASES,
  type WorkloadsQuery,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { leastOf } from './leastOf';
import type { PastKey } from './PastKeys';
import type { RowPlace } from './rowCursor';
import { compareKeys, isTurned, rowKey, type RowKey } from './rowOrder';
import type { RowTable } from './RowTable';

type Sort = WorkloadsQuery['sort'];

export interface OrderedRow {
  readonly slot: number;
  readonly key: RowKey;
}

/**
 * The first `most` of these rows after a place, in the order asked for. They are sorted by numbers; only those of the page
 * get a key of texts, which rows of other tables can be compared with.
 */
export function orderRows(
  table: RowTable,
  slots: readonly number[],
  sort: Sort,
  place: RowPlace | undefined,
  most: number,
): readonly OrderedRow[] {
  // Who pages goes on in the order in which they began.
  const began = place?.began?.table === table.id ? place.began : undefined;
  const past: ReadonlyMap<number, PastKey> = began
    ? table.past.since(began.moment)
    : new Map();
  const keyOf = (slot: number) =>
    rowKey(
      table.ref(slot),
      past.get(slot) ?? { phase: table.phase(slot), time: table.time(slot) },
      sort,
    );
  const { rank } = table.ranks();
  const first = firstNumber(table, sort, past);
  const turned = isTurned(sort) ? -1 : 1;
  const compare = (a: number, b: number) =>
    turned * (first(a) - first(b)) || (rank[a] ?? 0) - (rank[b] ?? 0);
  const page = place
    ? after(
        [...slots].sort(compare),
        slot => compareKeys(keyOf(slot), place.after, sort),
        most,
      )
    : leastOf(slots, most, compare);
  return page.map(slot => ({ slot, key: keyOf(slot) }));
}

/** A number for each row that is in the order of the first part of its key. */
function firstNumber(
  table: RowTable,
  sort: Sort,
  past: ReadonlyMap<number, PastKey>,
): (slot: number) => number {
  switch (sort) {
    case 'name':
    case '-name': {
      const { sameName } = table.ranks();
      return slot => sameName[slot] ?? 0;
    }
    case 'namespace':
    case '-namespace': {
      const ranks = table.words.namespace.ranks();
      return slot => ranks[table.namespace(slot)] ?? 0;
    }
    case 'age':
    case '-age':
      return slot => Math.max(0, past.get(slot)?.time ?? table.time(slot));
    case 'phase':
    case '-phase':
      return slot => {
        const phase = past.get(slot)?.phase ?? table.phase(slot);
        return phase < 0 ? WORKLOAD_PHASES.length : phase;
      };
    default:
      return assertNever(sort);
  }
}

/** The first `most` of sorted rows that come after something. */
function after(
  sorted: readonly number[],
  compare: (slot: number) => number,
  most: number,
): readonly number[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] ?? 0) > 0) high = middle;
    else low = middle + 1;
  }
  return sorted.slice(low, low + most);
}
