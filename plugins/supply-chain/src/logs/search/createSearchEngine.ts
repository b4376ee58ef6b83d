import type { LogBuffer } from '../engine/LogBuffer';
import { LogSearch } from '../engine/LogSearch';
import { MatchingRows } from '../engine/MatchingRows';
import type { RowList } from '../engine/RowList';
import type { SearchQuery } from '../engine/SearchQuery';
import {
  LARGE,
  runLogSearch,
  type SearchProblem,
  type SearchRun,
} from './runLogSearch';
import { rehearseSearch } from './rehearseSearch';
import { SearchWorker, type SearchWorkerDeps } from './SearchWorker';
import { soon } from './soon';
import { startLogWorker } from './startLogWorker';

/** All it takes to search logs: one for all of a page, because starting a worker takes longer than most searches. */
export type SearchEngine = {
  /** Have what a search of this log needs ready before it begins. */
  prepare(buffer: LogBuffer): void;
  search(buffer: LogBuffer, query: SearchQuery, start: number): LogSearch;
  /** `ended`: no more lines will come. Calls back as it goes on. */
  run(
    search: LogSearch,
    ended: () => boolean,
    onProgress: (problem?: SearchProblem) => void,
  ): SearchRun;
  /** The rows of a log in which a search has found something, and so many around each. */
  matchingRows(all: RowList, search: LogSearch, context: number): MatchingRows;
};

export function createSearchEngine({
  now,
  after,
}: Pick<SearchWorkerDeps, 'after'> & { now: () => number }): SearchEngine {
  const worker = new SearchWorker({ start: startLogWorker, after });
  let isRehearsed = false;
  /** There is one while it goes on only: it holds a whole log. */
  let rehearsal: (() => void) | undefined;
  const endRehearsal = () => {
    rehearsal?.();
    rehearsal = undefined;
  };
  return {
    prepare: buffer => {
      if (isRehearsed || buffer.byteLength <= LARGE) return;
      isRehearsed = true;
      rehearsal = rehearseSearch(buffer, worker, after, endRehearsal);
    },
    search: (buffer, query, start) => new LogSearch(buffer, query, start),
    run: (search, ended, onProgress) => {
      endRehearsal();
      return runLogSearch(search, ended, { worker, now, soon }, onProgress);
    },
    matchingRows: (all, search, context) =>
      new MatchingRows(all, search, context),
  };
}
