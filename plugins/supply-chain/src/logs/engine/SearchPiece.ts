/** Some lines that follow each other, ready to be searched, here or in a worker. */
export type SearchPiece = {
  /** Number of the first line. */
  readonly first: number;
  /** May be longer than the lines are. */
  readonly bytes: Uint8Array;
  /** Where each line ends in `bytes`: at its newline, or where the bytes end. */
  readonly ends: Uint32Array;
  /** TRAITs of each line. */
  readonly traits: Uint8Array;
};
