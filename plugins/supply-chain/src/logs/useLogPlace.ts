import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useSearch } from '../frame/useSearch';
import type { LogPlace, LogPlaceChange } from './LogPlace';

const PARTS = ['line', 'q', 'how'] as const;

/**
 * Where a log on its own is read: in the page's address below its id (`?ID.line=38`), so that links lead there; in
 * memory where it has none.
 */
export function useLogPlace(id: string | undefined): LogPlace {
  const { pathname } = useLocation();
  const [search, ask] = useSearch();
  const [memory, setMemory] = useState<LogPlaceChange>({});
  const withChange = useCallback(
    (change: LogPlaceChange) => {
      const text = changed(new URLSearchParams(search), id, change).toString();
      return `${pathname}${text && `?${text}`}`;
    },
    [id, pathname, search],
  );
  const go = useCallback(
    (change: LogPlaceChange) => {
      if (id === undefined) setMemory(was => ({ ...was, ...change }));
      else ask(now => changed(now, id, change), 'replace');
    },
    [id, ask],
  );
  return useMemo(() => {
    const params = new URLSearchParams(search);
    const value = (part: (typeof PARTS)[number]) =>
      id === undefined
        ? memory[part]
        : params.get(`${id}.${part}`) ?? undefined;
    return {
      step: undefined,
      line: value('line'),
      q: value('q'),
      how: value('how'),
      with: id === undefined ? undefined : withChange,
      go,
    };
  }, [id, memory, search, withChange, go]);
}

function changed(
  params: URLSearchParams,
  id: string | undefined,
  change: LogPlaceChange,
): URLSearchParams {
  for (const part of PARTS) {
    if (!(part in change)) continue;
    const value = change[part];
    if (value) params.set(`${id}.${part}`, value);
    else params.delete(`${id}.${part}`);
  }
  return params;
}
