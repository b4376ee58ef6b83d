import type { SearchHits } from '../engine/SearchHits';
import type { SearchPiece } from '../engine/SearchPiece';
import type { SearchQuery } from '../engine/SearchQuery';

/** To the worker. A search is known by its number; pieces of an earlier one are still answered. */
export type SearchRequest =
  | { type: 'query'; search: number; query: SearchQuery }
  | { type: 'piece'; search: number; piece: SearchPiece };

/** From the worker: once when it is there, then for each piece. */
export type SearchAnswer =
  | { type: 'ready' }
  | {
      type: 'hits';
      search: number;
      first: number;
      lineCount: number;
      hits: SearchHits;
      /** Given back, to be filled again. */
      bytes: Uint8Array;
    };
