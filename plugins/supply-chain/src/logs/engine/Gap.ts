/** A place where lines are missing, before a line: said in a row of its own, which has no number. */
export type Gap = {
  readonly beforeLine: number;
  /** What is known, in the words of who told us. */
  readonly says: string;
  /** A word for why, where there is one. */
  readonly because?: string | undefined;
  /** How many, where that is known. */
  readonly lines?: number | undefined;
};
