/** How high rows are. `rowAt` and `top` agree with each other; both are estimates where nobody has looked yet. */
export interface RowHeights {
  readonly count: number;
  readonly total: number;
  height(row: number): number;
  /** Where a row begins. */
  top(row: number): number;
  /** The row that is at a height, the last one for what is below all. */
  rowAt(top: number): number;
}
