import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readFilters, writeFilters, type ListFilters } from './ListFilters';

/** The filters in the URL. Typing replaces, choosing pushes, so that "back" undoes a choice and not a letter. */
export function useListFilters(): [
  ListFilters,
  (change: Partial<ListFilters>, how?: 'push' | 'replace') => void,
] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readFilters(search), [search]);
  const change = useCallback(
    (changed: Partial<ListFilters>, how: 'push' | 'replace' = 'push') =>
      setSearch(now => writeFilters({ ...readFilters(now), ...changed }, now), {
        replace: how === 'replace',
      }),
    [setSearch],
  );
  return [filters, change];
}
