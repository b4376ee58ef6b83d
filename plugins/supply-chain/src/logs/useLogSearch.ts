import { useCallback, useEffect, useMemo, useState } from 'react';
import { LogSearch } from './engine/LogSearch';
import type { StepLog } from './StepLog';

/** ms of work before the browser gets its turn: a frame is 16, and a task over 50 is felt. */
const SLICE = 10;

export type LogMatches = {
  query: string;
  count: number;
  isSearching: boolean;
  /** The match the reader is at, from 0. */
  current: number | undefined;
  /** Its line, and which one of that line it is. */
  line: number | undefined;
  ordinal: number | undefined;
  /** To the next (1) or previous (-1) match, around the ends. */
  go: (by: 1 | -1) => void;
};

/** Searches a step's log in slices, also what comes later. The first match is the first at or below `fromLine()`. */
export function useLogSearch(
  log: StepLog | undefined,
  version: number,
  query: string,
  fromLine: () => number,
): LogMatches {
  const search = useMemo(
    () => (log && query ? new LogSearch(log.buffer, query) : undefined),
    [log, query],
  );
  const [current, setCurrent] = useState<number>();
  const [count, setCount] = useState(0);
  const [isSearching, setSearching] = useState(false);

  useEffect(() => {
    setCurrent(undefined);
    setCount(0);
  }, [search]);

  useEffect(() => {
    if (!search || !log) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = () => {
      const until = performance.now() + SLICE;
      search.advance(() => performance.now() > until, log.ended);
      setCount(search.count);
      setCurrent(was => was ?? search.firstFrom(fromLine()));
      const isDone = search.isComplete(log.ended);
      setSearching(!isDone);
      timer = isDone ? undefined : setTimeout(work, 0);
    };
    work();
    return () => clearTimeout(timer);
  }, [search, log, version, fromLine]);

  const go = useCallback(
    (by: 1 | -1) => {
      if (!search || search.count === 0) return;
      setCurrent(was =>
        was === undefined
          ? search.firstFrom(fromLine())
          : (was + by + search.count) % search.count,
      );
    },
    [search, fromLine],
  );

  return {
    query,
    count: search ? count : 0,
    isSearching: search !== undefined && isSearching,
    current,
    line: current === undefined ? undefined : search?.lineOf(current),
    ordinal: current === undefined ? undefined : search?.ordinalInLine(current),
    go,
  };
}
