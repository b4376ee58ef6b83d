import type { RowTable } from './RowTable';

/** Rows of one table, as one reader may see them. */
export interface RowPart {
  readonly table: RowTable;
  sees(slot: number): boolean;
  /** The row is shown as it was: what it is derived from has changed, or has not been heard of for a while. */
  isOld(slot: number): boolean;
}
