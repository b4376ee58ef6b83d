import { useCallback, useContext, useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { useSearch } from '../frame/useSearch';
import { changeSearch, type SearchChange } from './changeSearch';
import { ShownStage } from './ShownStage';

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
  const { pathname } = useLocation();
  const [search, ask] = useSearch();
  const stage = useContext(ShownStage);
  const changed = useCallback(
    (from: string, change: SearchChange) =>
      changeSearch(from, { ...(stage !== undefined && { stage }), ...change }),
    [stage],
  );
  const withChange = useCallback(
    (change: SearchChange) => `${pathname}${changed(search, change)}`,
    [pathname, search, changed],
  );
  const go = useCallback(
    (change: SearchChange, how: 'push' | 'replace' = 'replace') =>
      ask(now => new URLSearchParams(changed(`${now}`, change)), how),
    [ask, changed],
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
