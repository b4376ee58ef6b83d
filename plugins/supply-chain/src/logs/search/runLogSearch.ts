import type { LogSearch } from '../engine/LogSearch';
import { findInPiece } from '../engine/findInPiece';
import type { SearchWorker } from './SearchWorker';

/** ms of work before the browser gets its turn: a frame is 16, and a task over 50 is felt. */
const SLICE = 10;

/** Bytes between two looks at the clock: a tenth of a millisecond to a whole one. */
const PIECE = 128 * 1024;

/** Bytes that are worth the way to the worker: below, the page is done within a slice or two. */
export const LARGE = 4 * 1024 * 1024;

export type RunSearchDeps = {
  worker: SearchWorker;
  now: () => number;
  /** Calls `then` as soon as the browser had its turn, unless the returned function was called before. */
  soon: (then: () => void) => () => void;
};

/** Why nothing more will be found: an expression needs a worker that cannot be had, or takes too long. */
export type SearchProblem = 'no-worker' | 'too-slow';

export type SearchRun = {
  /** There may be more to search now. */
  more: () => void;
  stop: () => void;
};

/**
 * Searches what there is: on the page in slices, or in the worker as soon as that is ready, for large logs and for
 * every expression, because only a worker can be stopped in the middle of one. `ended`: a last line without newline
 * is a line. Calls back after each slice.
 */
export function runLogSearch(
  search: LogSearch,
  ended: () => boolean,
  { worker, now, soon }: RunSearchDeps,
  onProgress: (problem?: SearchProblem) => void,
): SearchRun {
  const isExpression = search.plan.kind === 'expression';
  let isStopped = false;
  let isWaiting = false;
  /** Stops what goes on; undefined when nothing does. */
  let stop: (() => void) | undefined;

  const proceed = () => {
    stop = undefined;
    if (isStopped) return;
    const isLarge = isExpression || search.bytesLeft > LARGE;
    // A text begins on the page and goes on in the worker once that is there.
    if (isLarge && !isExpression && !worker.isReady) warmUp();
    if (search.isComplete(ended())) tell();
    else if (isLarge && worker.isReady) searchThere();
    else if (!isExpression) searchHere();
    else if (worker.isUnavailable) onProgress('no-worker');
    else warmUp();
  };
  const warmUp = () => {
    if (isWaiting) return;
    isWaiting = true;
    worker.warmUp(() => {
      isWaiting = false;
      if (isExpression && !stop) proceed();
    });
  };
  const searchThere = () => {
    stop = worker.run(search, ended, () => {
      if (isStopped) return;
      if (worker.isUnavailable || search.isComplete(ended())) proceed();
      else tell();
    });
  };
  const searchHere = () => {
    const until = now() + SLICE;
    do {
      const piece = search.take(ended(), PIECE);
      if (!piece) break;
      const hits = findInPiece(piece, search.plan, now);
      search.accept(piece.first, piece.ends.length, hits);
    } while (now() < until);
    if (!search.isComplete(ended())) stop = soon(proceed);
    tell();
  };
  const tell = () =>
    onProgress(search.tooSlowAt === undefined ? undefined : 'too-slow');

  proceed();
  return {
    more: () => {
      if (!stop) proceed();
    },
    stop: () => {
      isStopped = true;
      stop?.();
    },
  };
}
