import { useCallback, useMemo, useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { changeSearch, type SearchChange } from './changeSearch';

/** Where in a stage the reader is, as the address says it: so that "back" works and links can be shared. */
export type PanelUrl = {
  tab: string | undefined;
  build: string | undefined;
  /** Two builds side by side: compare/comparePair.ts. */
  compare: string | undefined;
  step: string | undefined;
  /** One of the runs of a stage, and one of its tasks. */
  run: string | undefined;
  task: string | undefined;
  line: string | undefined;
  q: string | undefined;
  /** How a log is searched: logs/searchHow.ts. */
  how: string | undefined;
  /** The same address with some of it changed; `undefined` takes a part out. */
  with: (change: SearchChange) => string;
  /** Goes there. `push` for what "back" should undo. */
  go: (change: SearchChange, how?: 'push' | 'replace') => void;
};

/** Reads and changes `?tab=&build=&compare=&step=&line=&q=&how=`; what others keep in the address stays. */
export function usePanelUrl(): PanelUrl {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const withChange = useCallback(
    (change: SearchChange) => `${pathname}${changeSearch(search, change)}`,
    [pathname, search],
  );
  // A tab is chosen by focus and by click: the second time the address is the same, and must not be a second step back.
  const asked = useRef(search);
  useEffect(() => {
    asked.current = search;
  }, [search]);
  const go = useCallback(
    (change: SearchChange, how: 'push' | 'replace' = 'replace') => {
      const next = changeSearch(search, change);
      if (next === asked.current) return;
      asked.current = next;
      navigate({ search: next }, { replace: how === 'replace' });
    },
    [navigate, search],
  );
  return useMemo(() => {
    const params = new URLSearchParams(search);
    const value = (name: string) => params.get(name) || undefined;
    return {
      tab: value('tab'),
      build: value('build'),
      compare: value('compare'),
      step: value('step'),
      run: value('run'),
      task: value('task'),
      line: value('line'),
      q: value('q'),
      how: value('how'),
      with: withChange,
      go,
    };
  }, [search, withChange, go]);
}
