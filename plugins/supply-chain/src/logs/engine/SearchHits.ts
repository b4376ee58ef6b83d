/** What was found in some lines: each line that has a match, in order, and how many it has. */
export type SearchHits = {
  readonly lines: Uint32Array;
  readonly counts: Uint32Array;
  /** The search ends at this line: the expression takes too long on it. */
  readonly tooSlowAt?: number;
};
