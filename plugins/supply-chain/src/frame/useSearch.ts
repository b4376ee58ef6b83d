import { useCallback, useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

export type ChangeSearch = (
  change: (now: URLSearchParams) => URLSearchParams,
  how: 'push' | 'replace',
) => void;

/**
 * The search of the address (`?tab=logs`, or empty), and how to change it. A change stands on what was asked for last, also
 * when the page has not been drawn since: a timer and a click within one frame would each take the other's back. What is
 * there already is no second step for "back": a tab is chosen by focus, and then by the click.
 */
export function useSearch(): [search: string, change: ChangeSearch] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const asked = useRef(search);
  useEffect(() => {
    asked.current = search;
  }, [search]);
  const change = useCallback<ChangeSearch>(
    (changed, how) => {
      const text = changed(new URLSearchParams(asked.current)).toString();
      const next = text && `?${text}`;
      if (next === asked.current) return;
      asked.current = next;
      navigate({ search: next }, { replace: how === 'replace' });
    },
    [navigate],
  );
  return [search, change];
}
