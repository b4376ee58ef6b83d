import { useCallback, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { LogPlace, LogPlaceChange } from './LogPlace';

const PARTS = ['line', 'q', 'how'] as const;

/**
 * Where a log on its own is read: in the page's address below its id (`?ID.line=38`), so that links lead there; in
 * memory where it has none.
 */
export function useLogPlace(id: string | undefined): LogPlace {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [memory, setMemory] = useState<LogPlaceChange>({});
  const withChange = useCallback(
    (change: LogPlaceChange) => {
      const params = new URLSearchParams(search);
      for (const part of PARTS) {
        if (!(part in change)) continue;
        const value = change[part];
        if (value) params.set(`${id}.${part}`, value);
        else params.delete(`${id}.${part}`);
      }
      const text = params.toString();
      return `${pathname}${text && `?${text}`}`;
    },
    [id, pathname, search],
  );
  const go = useCallback(
    (change: LogPlaceChange) => {
      if (id === undefined) setMemory(was => ({ ...was, ...change }));
      else navigate(withChange(change), { replace: true });
    },
    [id, navigate, withChange],
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
