/** Milliseconds that a cluster is given for what is not a stream. */
export const ANSWER_MS = {
  /** Until it begins: as long as a person waits, and over twice what API Priority and Fairness holds back a read on a busy cluster. */
  begin: 10_000,
  /** Between two pieces of an answer that has begun. */
  goOn: 20_000,
} as const;
