import type { WorkloadsQuery } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FACETS, FacetColumn } from './FacetColumn';
import type { RowPart } from './RowPart';

/** The rows of one part that match a query, and what each facet would have. */
export interface Selected {
  /** Slots, in no particular order. */
  readonly slots: readonly number[];
  /** In the order of `FACETS`. */
  readonly facets: readonly FacetColumn[];
}

/** Every filter adds up; a facet counts what would be there if it were not filtered by itself. */
export function selectRows(
  { table, sees }: RowPart,
  query: WorkloadsQuery,
): Selected {
  const words = query.q?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const facets = FACETS.map(facet => new FacetColumn(table, facet, query));
  const asked = facets.filter(({ isAsked }) => isAsked);
  const slots: number[] = [];
  for (let slot = 0; slot < table.end; slot += 1) {
    if (!table.has(slot)) continue;
    let failed = 0;
    let onlyFailed: FacetColumn | undefined;
    for (const column of asked) {
      if (column.passes(slot)) continue;
      failed += 1;
      onlyFailed = column;
    }
    if (failed > 1 || !sees(slot)) continue;
    // Last, as it reads the row.
    if (words.length > 0 && !containsAll(table.text(slot), words)) continue;
    if (onlyFailed) {
      onlyFailed.count(slot);
    } else {
      slots.push(slot);
      for (const column of facets) column.count(slot);
    }
  }
  return { slots, facets };
}

/** Every word must be in one of the texts that a row shows. */
function containsAll(text: string, words: readonly string[]): boolean {
  return words.every(word => text.includes(word));
}
