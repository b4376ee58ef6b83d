import {
  rowSortSchema,
  workloadPhaseSchema,
  type RowSort,
  type WorkloadPhase,
  type WorkloadsQueryInput,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What the list is narrowed to. The URL holds exactly this, so that a filtered list is a link. */
export type ListFilters = {
  q: string;
  cluster: readonly string[];
  namespace: readonly string[];
  phase: readonly WorkloadPhase[];
  reason: readonly string[];
  builder: readonly string[];
  mine: boolean;
  sort: RowSort;
};

/** Filters that are a set of values. */
export const SET_FILTERS = [
  'cluster',
  'namespace',
  'phase',
  'reason',
  'builder',
] as const;
export type SetFilter = (typeof SET_FILTERS)[number];

/** Failed first. */
export const DEFAULT_SORT: RowSort = 'phase';

/** Longest text the backend searches for. */
const MAX_TEXT = 200;

/** Reads the URL. What is no filter of ours is left out, never an error: links are written by hand too. */
export function readFilters(search: URLSearchParams): ListFilters {
  const values = (name: string) => [
    ...new Set(
      search
        .getAll(name)
        .flatMap(value => value.split(','))
        .filter(Boolean),
    ),
  ];
  return {
    q: (search.get('q') ?? '').slice(0, MAX_TEXT),
    cluster: values('cluster'),
    namespace: values('namespace'),
    phase: values('phase').filter(isPhase),
    reason: values('reason'),
    builder: values('builder'),
    mine: search.get('owner') === 'me',
    sort: rowSortSchema.safeParse(search.get('sort')).data ?? DEFAULT_SORT,
  };
}

/** Writes them back; what is not set leaves no trace. Parameters that are not ours stay. */
export function writeFilters(
  filters: ListFilters,
  search: URLSearchParams,
): URLSearchParams {
  const written = new URLSearchParams(search);
  const put = (name: string, value: string) =>
    value ? written.set(name, value) : written.delete(name);
  put('q', filters.q);
  for (const name of SET_FILTERS) {
    written.delete(name);
    for (const value of filters[name]) written.append(name, value);
  }
  put('owner', filters.mine ? 'me' : '');
  put('sort', filters.sort === DEFAULT_SORT ? '' : filters.sort);
  return written;
}

export function filtersQuery(filters: ListFilters): WorkloadsQueryInput {
  const { q, mine, sort } = filters;
  return {
    ...(q && { q }),
    ...Object.fromEntries(
      SET_FILTERS.filter(name => filters[name].length > 0).map(name => [
        name,
        [...filters[name]],
      ]),
    ),
    ...(mine && { owner: 'me' }),
    sort,
  };
}

export function isFiltered(filters: ListFilters): boolean {
  return (
    filters.q !== '' ||
    filters.mine ||
    SET_FILTERS.some(name => filters[name].length > 0)
  );
}

function isPhase(value: string): value is WorkloadPhase {
  return workloadPhaseSchema.safeParse(value).success;
}
