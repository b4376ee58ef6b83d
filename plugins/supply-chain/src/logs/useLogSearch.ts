import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { browserEnvironment } from '../api/browserEnvironment';
import type { LogSearch, MatchPlace } from './engine/LogSearch';
import type { MatchingRows } from './engine/MatchingRows';
import type { RowList } from './engine/RowList';
import type { SearchQuery } from './engine/SearchQuery';
import type { SearchProblem, SearchRun } from './search/runLogSearch';
import type { StepLog } from './StepLog';
import { useSearchEngine } from './useSearchEngine';

/** ms between two looks of the page at a search that goes on: the numbers need not run faster than one can read. */
const LOOK_EVERY = 50;

export type LogMatches = {
  query: string;
  count: number;
  isSearching: boolean;
  /** The number of the match the reader is at, from 0. */
  current: number | undefined;
  /** Where that match is. Another object each time the reader goes there. */
  place: MatchPlace | undefined;
  /** What to mark in a line: never an expression that this line was not searched with. */
  patternIn: (line: number) => RegExp | undefined;
  /** True when a line within `[from, to)` is known to match. Another function for each search. */
  hasMatch: (from: number, to: number) => boolean;
  /** Only the rows with what was found so far, and so many around each; undefined while nothing is searched. */
  rowsOf: ((all: RowList, context: number) => MatchingRows) | undefined;
  /** Why nothing more will be found. `invalid`: not an expression, in the browser's words. */
  problem: SearchProblem | { invalid: string } | undefined;
  /** To the next (1) or previous (-1) match, around the ends. */
  go: (by: 1 | -1) => void;
};

const { now } = browserEnvironment();

/** Searches a step's log, also what comes later. The first match is the first at or below `fromLine()`. */
export function useLogSearch(
  log: StepLog | undefined,
  version: number,
  { text, matchCase = false, isExpression = false }: SearchQuery,
  fromLine: () => number,
): LogMatches {
  const engine = useSearchEngine(text !== '');
  const search = useMemo(
    () =>
      engine && log && text
        ? engine.search(
            log.buffer,
            { text, matchCase, isExpression },
            Math.min(fromLine(), log.buffer.completeLines),
          )
        : undefined,
    [engine, log, text, matchCase, isExpression, fromLine],
  );
  // What is known of another search is nothing of this one.
  const [reached, setReached] = useState<Progress>(NOTHING_YET);
  const progress = reached.search === search ? reached : NOTHING_YET;
  const [went, setWent] = useState<Place>();
  const place = search && went?.search === search ? went.place : undefined;

  const run = useRef<SearchRun>();
  useEffect(() => {
    if (!engine || !search || !log) return undefined;
    let looked = -LOOK_EVERY;
    let found = 0;
    const ended = () => log.ended;
    const look = (problem?: SearchProblem) => {
      const isDone = search.isComplete(log.ended) || problem !== undefined;
      const isFirst = found === 0 && search.count > 0;
      if (!isDone && !isFirst && now() - looked < LOOK_EVERY) return;
      looked = now();
      found = search.count;
      setReached({ search, count: found, isSearching: !isDone, problem });
      const first = search.firstForReader(log.ended);
      if (!first) return;
      setWent(was => (was?.search === search ? was : { search, place: first }));
    };
    run.current = engine.run(search, ended, look);
    return () => run.current?.stop();
  }, [engine, search, log]);
  useEffect(() => run.current?.more(), [version]);
  // The first match of the first search shall not wait for a script.
  useEffect(() => {
    if (log) engine?.prepare(log.buffer);
  }, [engine, log, version]);

  const go = useCallback(
    (by: 1 | -1) => {
      if (!search || search.count === 0) return;
      setWent(was => {
        const next =
          was?.search === search
            ? search.match(
                (search.numberOf(was.place) + by + search.count) % search.count,
              )
            : search.firstForReader() ?? search.match(0);
        return next && { search, place: next };
      });
    },
    [search],
  );

  const patternIn = useCallback(
    (line: number) => {
      if (search?.plan.kind === 'literal') return search.plan.pattern;
      if (search?.plan.kind !== 'expression') return undefined;
      return search.hasMatch(line) ? search.plan.pattern : undefined;
    },
    // A line may be marked once it was searched.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [search, progress],
  );

  const hasMatch = useCallback(
    (from: number, to: number) => search?.hasMatch(from, to) === true,
    [search],
  );

  const plan = search?.plan;
  // Not an expression yet: nothing is known of any line.
  const isKnown = search !== undefined && plan?.kind !== 'invalid';
  const rowsOf = useCallback(
    (all: RowList, context: number) => {
      if (!engine || !search) throw new Error('Nothing is searched');
      return engine.matchingRows(all, search, context);
    },
    [engine, search],
  );
  return {
    query: text,
    count: progress.count,
    isSearching: text !== '' && progress.isSearching,
    current: search && place && search.numberOf(place),
    place,
    patternIn,
    hasMatch,
    rowsOf: isKnown ? rowsOf : undefined,
    problem:
      plan?.kind === 'invalid' ? { invalid: plan.says } : progress.problem,
    go,
  };
}

type Progress = {
  readonly search: LogSearch | undefined;
  readonly count: number;
  readonly isSearching: boolean;
  readonly problem: SearchProblem | undefined;
};

type Place = { readonly search: LogSearch; readonly place: MatchPlace };

const NOTHING_YET: Progress = {
  search: undefined,
  count: 0,
  isSearching: true,
  problem: undefined,
};
