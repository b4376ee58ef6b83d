/** What reading costs, counted for as long as the backend runs; for metrics and tests. */
export interface ViewCounts {
  /** Answers that were there already. */
  hits: number;
  /** Views and rows that were derived, again or for the first time. */
  derived: number;
}
