import { planSearch, type SearchPlan } from '../engine/planSearch';
import { findInPiece } from '../engine/findInPiece';
import type { SearchAnswer, SearchRequest } from './searchMessages';

/** As much of a worker's global scope as is needed. */
export type WorkerScope = {
  onmessage: ((event: { data: SearchRequest }) => void) | null;
  postMessage(message: SearchAnswer, transfer: Transferable[]): void;
};

/** The worker's end: knows the latest query, searches the pieces it is given, keeps nothing. */
export function serveSearches(scope: WorkerScope, now: () => number): void {
  let search = 0;
  let plan: SearchPlan = { kind: 'nothing' };
  scope.onmessage = ({ data }) => {
    switch (data.type) {
      case 'query':
        search = data.search;
        plan = planSearch(data.query);
        break;
      case 'piece': {
        // Nobody waits any more: whoever asked has stopped listening.
        if (data.search !== search) return;
        const { first, bytes, ends } = data.piece;
        const hits = findInPiece(data.piece, plan, now);
        const lineCount = ends.length;
        scope.postMessage(
          { type: 'hits', search, first, lineCount, hits, bytes },
          [bytes.buffer, hits.lines.buffer, hits.counts.buffer],
        );
        break;
      }
      default:
        data satisfies never;
    }
  };
  scope.postMessage({ type: 'ready' }, []);
}
