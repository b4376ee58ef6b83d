import { useCallback, useMemo } from 'react';
import { useSearch } from '../frame/useSearch';
import { readFilters, writeFilters, type ListFilters } from './ListFilters';

/** The filters in the URL. Typing replaces, choosing pushes, so that "back" undoes a choice and not a letter. */
export function useListFilters(): [
  ListFilters,
  (change: Partial<ListFilters>, how?: 'push' | 'replace') => void,
] {
  const [search, ask] = useSearch();
  const filters = useMemo(
    () => readFilters(new URLSearchParams(search)),
    [search],
  );
  const change = useCallback(
    (changed: Partial<ListFilters>, how: 'push' | 'replace' = 'push') =>
      ask(now => writeFilters({ ...readFilters(now), ...changed }, now), how),
    [ask],
  );
  return [filters, change];
}
