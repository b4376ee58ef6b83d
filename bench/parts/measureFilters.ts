import { allRows, type Row } from './allRows.ts';
import { askOurs } from './askOurs.ts';
import type { Backend } from './World.ts';

const SORTS = ['phase', 'name', 'namespace', 'age'].flatMap(sort => [
  sort,
  `-${sort}`,
]);
/** Values at most of one filter. */
const MOST_VALUES = 3;

/** The filters that a row can be held against; `q` searches in more than a row's fields. */
const FILTERS: Readonly<Record<string, (row: Row) => readonly string[]>> = {
  cluster: ({ ref }) => [ref.cluster],
  namespace: ({ ref }) => [ref.namespace],
  phase: ({ phase }) => [phase],
  reason: ({ reasons }) => reasons,
  builder: ({ builder }) => (builder === undefined ? [] : [builder]),
};

interface FilterSample {
  readonly query: string;
  readonly ms: number;
  readonly total: number;
}

export interface FilterResult {
  readonly rows: number;
  readonly samples: readonly FilterSample[];
  /** Totals that are not what counting the rows one by one gives. */
  readonly wrong: readonly string[];
}

/**
 * The list with filters, one question after the other: every combination of filters, each with values drawn from the rows,
 * with and without a text, in any order, and its second page where there is one.
 */
export async function measureFilters(
  backend: Backend,
  rounds: number,
): Promise<FilterResult> {
  const rows = await allRows(backend);
  const samples: FilterSample[] = [];
  const wrong: string[] = [];
  const names = Object.keys(FILTERS);
  for (let round = 0; round < rounds; round += 1) {
    for (
      let combination = 0;
      combination < 2 ** (names.length + 1);
      combination += 1
    ) {
      const asked = names.filter((_, n) => combination & (1 << n));
      const isSearch = (combination & (1 << names.length)) !== 0;
      const filters = new Map(
        asked.map(name => [name, someValues(rows, FILTERS[name] ?? none)]),
      );
      const query = new URLSearchParams({ sort: pick(SORTS) ?? 'name' });
      for (const [name, values] of filters) {
        for (const value of values) query.append(name, value);
      }
      if (isSearch) query.set('q', somePart(pick(rows)?.ref.name ?? ''));
      const first = await ask(backend, query);
      samples.push(first);
      if (!isSearch && first.total !== countOf(rows, filters)) {
        wrong.push(`${first.query}: ${first.total}`);
      }
      if (first.cursor === undefined) continue;
      query.set('cursor', first.cursor);
      samples.push(await ask(backend, query));
    }
  }
  return {
    rows: rows.length,
    samples: samples.map(({ query, ms, total }) => ({ query, ms, total })),
    wrong,
  };
}

async function ask(backend: Backend, query: URLSearchParams) {
  const text = query.toString();
  const start = performance.now();
  const { cursor, total } = await askOurs<{ total: number; cursor?: string }>(
    backend,
    `/v1/workloads?${text}`,
  );
  return { query: text, ms: performance.now() - start, total, cursor };
}

function countOf(
  rows: readonly Row[],
  filters: ReadonlyMap<string, readonly string[]>,
): number {
  return rows.filter(row =>
    [...filters].every(([name, values]) =>
      (FILTERS[name] ?? none)(row).some(value => values.includes(value)),
    ),
  ).length;
}

/** Different ones, of rows drawn at random; rows without any have none to give. */
function someValues(
  rows: readonly Row[],
  of: (row: Row) => readonly string[],
): readonly string[] {
  const values = new Set<string>();
  const wanted = 1 + Math.floor(Math.random() * MOST_VALUES);
  for (let tries = 0; tries < 100 && values.size < wanted; tries += 1) {
    const row = pick(rows);
    const value = row && pick(of(row));
    if (value !== undefined) values.add(value);
  }
  return [...values];
}

/** As somebody types it, from a letter on. */
function somePart(name: string): string {
  const from = Math.floor(Math.random() * name.length);
  return name.slice(from, from + 1 + Math.floor(Math.random() * 8));
}

function pick<T>(of: readonly T[]): T | undefined {
  return of[Math.floor(Math.random() * of.length)];
}

function none(): readonly string[] {
  return [];
}
