import {
  type ClusterView,
  type WorkloadRow,
  type WorkloadsAnswer,
  type WorkloadsQueryInput,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { byRowSort } from './byRowSort';

/** Values of a row by the name of the filter that looks at them. */
const VALUES = {
  cluster: row => [row.ref.cluster],
  namespace: row => [row.ref.namespace],
  phase: row => [row.phase],
  reason: row => row.reasons,
  builder: row => (row.builder === undefined ? [] : [row.builder]),
} satisfies Record<string, (row: WorkloadRow) => readonly string[]>;

type Filter = keyof typeof VALUES;
const FILTERS = Object.keys(VALUES) as Filter[];

/** `GET /workloads` as the backend answers it, over rows in memory; the cursor is the number of rows before it. */
export function answerWorkloads(
  rows: readonly WorkloadRow[],
  query: WorkloadsQueryInput,
  clusters: readonly ClusterView[],
): WorkloadsAnswer {
  const text = query.q?.toLowerCase() ?? '';
  const found = rows.filter(({ ref, tag = '', says = '' }) =>
    `${ref.namespace}/${ref.name} ${tag} ${says}`.toLowerCase().includes(text),
  );
  const passes = (row: WorkloadRow, filter: Filter) =>
    !query[filter]?.length ||
    VALUES[filter](row).some(value => query[filter]?.includes(value));
  const matching = found
    .filter(row => FILTERS.every(filter => passes(row, filter)))
    .sort(byRowSort(query.sort));
  const from = Number(query.cursor ?? 0);
  const to = from + (query.limit ?? 100);
  const facet = (filter: Filter) => {
    const counts = new Map<string, number>();
    for (const row of found) {
      const others = FILTERS.filter(other => other !== filter);
      if (!others.every(other => passes(row, other))) continue;
      for (const value of VALUES[filter](row)) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return [...counts].map(([value, count]) => ({ value, count }));
  };
  return {
    items: matching.slice(from, to),
    total: matching.length,
    facets: {
      phase: facet('phase'),
      cluster: facet('cluster'),
      namespace: facet('namespace'),
      reason: facet('reason'),
      builder: facet('builder'),
    },
    ...(to < matching.length && { cursor: String(to) }),
    clusters: [...clusters],
    problems: clusters.flatMap(({ kinds }) =>
      kinds.flatMap(({ problem }) => problem ?? []),
    ),
  };
}
