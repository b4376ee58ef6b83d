import {
  type ClusterView,
  type ImageRow,
  type ImagesAnswer,
  type ImagesQueryInput,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { byRowSort } from './byRowSort';
import type { RecordedFleet } from './recordedFleet';

const VALUES = {
  phase: row => row.phase,
  cluster: row => row.ref.cluster,
  namespace: row => row.ref.namespace,
  builder: row => row.builder,
} satisfies Record<string, (row: ImageRow) => string | undefined>;

type Filter = keyof typeof VALUES;
const FILTERS = Object.keys(VALUES) as Filter[];

/** `GET /images` as the backend answers it, over rows in memory; the cursor is the number of rows before it. */
export function answerImages(
  { rows }: RecordedFleet,
  query: ImagesQueryInput,
  clusters: readonly ClusterView[],
): ImagesAnswer {
  const text = query.q?.toLowerCase() ?? '';
  const found = rows.filter(
    ({ ref, workload }) =>
      (query.workload === 'any' || workload === undefined) &&
      `${ref.namespace}/${ref.name}`.includes(text),
  );
  const passes = (row: ImageRow, filter: Filter) =>
    !query[filter]?.length ||
    query[filter]?.includes(VALUES[filter](row) ?? '') === true;
  const matching = found
    .filter(row => FILTERS.every(filter => passes(row, filter)))
    .sort(byRowSort(query.sort));
  const facet = (filter: Filter) => {
    const counts = new Map<string, number>();
    for (const row of found) {
      const others = FILTERS.filter(other => other !== filter);
      const value = VALUES[filter](row);
      if (value === undefined || !others.every(other => passes(row, other)))
        continue;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([value, count]) => ({ value, count }));
  };
  const from = Number(query.cursor ?? 0);
  const to = from + (query.limit ?? 100);
  return {
    items: matching.slice(from, to),
    total: matching.length,
    facets: {
      phase: facet('phase'),
      cluster: facet('cluster'),
      namespace: facet('namespace'),
      builder: facet('builder'),
    },
    ...(to < matching.length && { cursor: String(to) }),
    clusters: [...clusters],
    problems: [],
  };
}
