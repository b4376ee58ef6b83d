import type {
  WorkloadRow,
  WorkloadsAnswer,
  WorkloadsQuery,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { compareText } from './compareText';
import { InvalidQuery } from './errors/InvalidQuery';
import { rowCursor } from './rowCursor';
import { compareKeys, rowKey } from './rowOrder';

type Facet = keyof WorkloadsAnswer['facets'];
type Page = Pick<WorkloadsAnswer, 'items' | 'total' | 'facets' | 'cursor'>;

/** What a row has for each facet; a filter passes when one of them is asked for. */
const valuesOf: Record<Facet, (row: WorkloadRow) => readonly string[]> = {
  phase: row => [row.phase],
  cluster: row => [row.ref.cluster],
  namespace: row => [row.ref.namespace],
  reason: row => row.reasons,
  builder: row => (row.builder ? [row.builder] : []),
};

const FACETS = Object.keys(valuesOf) as readonly Facet[];

/** Filters, counts, sorts and cuts the rows that a caller may see. */
export function pageOfRows(
  rows: Iterable<WorkloadRow>,
  query: WorkloadsQuery,
): Page {
  const asked = FACETS.filter(facet => query[facet].length > 0);
  const counts = new Map(
    FACETS.map(facet => [facet, new Map<string, number>()]),
  );
  const matching: WorkloadRow[] = [];
  for (const row of rows) {
    if (!containsText(row, query.q)) continue;
    const failed = asked.filter(facet => !passes(row, facet, query));
    if (failed.length === 0) matching.push(row);
    // A facet counts what would be there if it were not filtered by itself.
    if (failed.length > 1) continue;
    for (const facet of FACETS) {
      if (failed.some(each => each !== facet)) continue;
      for (const value of valuesOf[facet](row)) {
        const count = counts.get(facet);
        count?.set(value, (count.get(value) ?? 0) + 1);
      }
    }
  }
  const facets = Object.fromEntries(
    FACETS.map(facet => [facet, sortedCounts(counts.get(facet))]),
  ) as Page['facets'];
  return { ...cut(matching, query), total: matching.length, facets };
}

function passes(row: WorkloadRow, facet: Facet, query: WorkloadsQuery) {
  return valuesOf[facet](row).some(value => query[facet].includes(value));
}

/** Every word must be in one of the texts that a row shows. */
function containsText(row: WorkloadRow, q: string | undefined): boolean {
  const words = q?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  if (words.length === 0) return true;
  const text = [
    row.ref.name,
    `${row.ref.namespace}/${row.ref.name}`,
    row.tag,
    row.says,
    row.chain,
    row.why,
  ]
    .filter(Boolean)
    .join('\n')
    .toLowerCase();
  return words.every(word => text.includes(word));
}

function cut(
  rows: readonly WorkloadRow[],
  { sort, cursor, limit }: WorkloadsQuery,
): Pick<Page, 'items' | 'cursor'> {
  const after = cursor === undefined ? undefined : rowCursor.read(cursor, sort);
  if (cursor !== undefined && !after) {
    throw new InvalidQuery(
      'cursor is not one that this list gave for this order: start again without it',
    );
  }
  const keyed = rows
    .map(row => ({ row, key: rowKey(row, sort) }))
    .filter(({ key }) => !after || compareKeys(key, after, sort) > 0)
    .sort((a, b) => compareKeys(a.key, b.key, sort));
  const page = keyed.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ row }) => row),
    ...(last && keyed.length > page.length
      ? { cursor: rowCursor.write(sort, last.key) }
      : {}),
  };
}

/** Most frequent first. */
function sortedCounts(counts: ReadonlyMap<string, number> | undefined) {
  return [...(counts ?? [])]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value));
}
