import {
  WORKLOAD_PHASES,
  type WorkloadRow,
  type WorkloadsAnswer,
  type WorkloadsQuery,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { compareText } from '../../compareText';
import type { PageOfRows } from '../pageOfRows';
import { compareKeys, rowKey } from '../rowOrder';

type Facet = keyof WorkloadsAnswer['facets'];

/** What a row has for each facet; a filter passes when one of them is asked for. */
const valuesOf: Record<Facet, (row: WorkloadRow) => readonly string[]> = {
  phase: row => [row.phase],
  cluster: row => [row.ref.cluster],
  namespace: row => [row.ref.namespace],
  reason: row => row.reasons,
  builder: row => (row.builder ? [row.builder] : []),
};

const FACETS = Object.keys(valuesOf) as readonly Facet[];

/** The first page of some rows, worked out row by row as one would explain it: what the table must answer as well. */
export function simplePage(
  rows: readonly WorkloadRow[],
  query: WorkloadsQuery,
): Omit<PageOfRows, 'cursor'> {
  const found = rows.filter(row => containsText(row, query.q));
  const passes = (row: WorkloadRow, facet: Facet) => {
    const wanted: readonly string[] = query[facet];
    return (
      wanted.length === 0 ||
      valuesOf[facet](row).some(value => wanted.includes(value))
    );
  };
  const matching = found.filter(row => FACETS.every(f => passes(row, f)));
  const keyOf = (row: WorkloadRow) =>
    rowKey(
      row.ref,
      {
        phase: WORKLOAD_PHASES.indexOf(row.phase),
        time: Date.parse(row.changedAt ?? row.createdAt ?? '') || 0,
      },
      query.sort,
    );
  const facets = FACETS.map(facet => {
    const counts = new Map<string, number>();
    for (const row of found) {
      if (!FACETS.every(other => other === facet || passes(row, other)))
        continue;
      for (const value of valuesOf[facet](row)) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    const all = [...counts].map(([value, count]) => ({ value, count }));
    all.sort((a, b) => b.count - a.count || compareText(a.value, b.value));
    return [facet, all] as const;
  });
  return {
    items: [...matching]
      .sort((a, b) => compareKeys(keyOf(a), keyOf(b), query.sort))
      .slice(0, query.limit),
    total: matching.length,
    facets: Object.fromEntries(facets) as PageOfRows['facets'],
  };
}

/** Every word must be in one of the texts that a row shows. */
function containsText(row: WorkloadRow, q: string | undefined): boolean {
  const texts = [
    row.ref.name,
    `${row.ref.namespace}/${row.ref.name}`,
    ...[row.tag, row.says, row.chain, row.why],
  ].map(text => text?.toLowerCase() ?? '');
  return (q?.toLowerCase().split(/\s+/) ?? []).every(word =>
    texts.some(text => text.includes(word)),
  );
}
