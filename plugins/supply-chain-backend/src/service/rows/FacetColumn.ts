import {
  WORKLOAD_PHASES,
  type WorkloadsAnswer,
  type WorkloadsQuery,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RowTable } from './RowTable';

export type Facet = keyof WorkloadsAnswer['facets'];

/** In the order of an answer. */
export const FACETS: readonly Facet[] = [
  'phase',
  'cluster',
  'namespace',
  'reason',
  'builder',
];

/**
 * What the rows of a table have for one facet, and which of it a query lets pass. Rows have it as a number, so that whether
 * a value passes is found out once and not for every row.
 */
export class FacetColumn {
  readonly isAsked: boolean;
  readonly #of: (slot: number) => number;
  readonly #values: readonly (readonly string[])[];
  readonly #passes: readonly boolean[];
  readonly #counts: Uint32Array;

  constructor(table: RowTable, facet: Facet, query: WorkloadsQuery) {
    const column = columns[facet](table);
    const asked = new Set<string>(query[facet]);
    this.isAsked = asked.size > 0;
    this.#of = column.of;
    this.#values = Array.from({ length: column.end }, (_, id) =>
      column.values(id),
    );
    this.#passes = this.#values.map(values => values.some(v => asked.has(v)));
    this.#counts = new Uint32Array(column.end);
  }

  passes(slot: number): boolean {
    return this.#passes[this.#of(slot)] ?? false;
  }

  count(slot: number): void {
    const id = this.#of(slot);
    this.#counts[id] = (this.#counts[id] ?? 0) + 1;
  }

  /** Adds what was counted. */
  addTo(counts: Map<string, number>): void {
    this.#counts.forEach((count, id) => {
      if (count === 0) return;
      for (const value of this.#values[id] ?? []) {
        counts.set(value, (counts.get(value) ?? 0) + count);
      }
    });
  }
}

interface Column {
  readonly of: (slot: number) => number;
  /** All numbers are below it. */
  readonly end: number;
  readonly values: (id: number) => readonly string[];
}

const columns: Record<Facet, (table: RowTable) => Column> = {
  phase: ({ phase }) => ({
    of: phase,
    end: WORKLOAD_PHASES.length,
    values: id => WORKLOAD_PHASES.slice(id, id + 1),
  }),
  cluster: ({ cluster, words }) => ({
    of: cluster,
    end: words.cluster.end,
    values: id => [words.cluster.text(id)],
  }),
  namespace: ({ namespace, words }) => ({
    of: namespace,
    end: words.namespace.end,
    values: id => [words.namespace.text(id)],
  }),
  reason: ({ reasons, words }) => ({
    of: reasons,
    end: words.reasons.end,
    values: id => words.reasons.text(id).split('\n').filter(Boolean),
  }),
  builder: ({ builder, words }) => ({
    of: builder,
    end: words.builder.end,
    values: id => [words.builder.text(id)].filter(Boolean),
  }),
};
