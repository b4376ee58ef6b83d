import type { Gap } from './Gap';

/** What a row of the viewer shows. */
export type Row =
  | { readonly kind: 'line'; readonly line: number }
  /** Lines that nobody has. */
  | { readonly kind: 'gap'; readonly gap: Gap }
  /** So many rows that the reader did not ask for. */
  | { readonly kind: 'left-out'; readonly count: number };

/** The rows of a log in their order: all, or those that were asked for. Rows are only added at the end. */
export interface RowList {
  readonly count: number;
  rowAt(row: number): Row;
  /** The line of a row, or the next one that is shown behind it. */
  lineFrom(row: number): number;
  /** The row of a line, or the next one behind it when the line is not shown. */
  rowOfLine(line: number): number;
  /** Bytes of the rows `[from, to)`: how much there is to wrap. */
  bytesOf(from: number, to: number): number;
}
