import type { RowHeights } from './RowHeights';

/** Rows of one height. */
export class EqualHeights implements RowHeights {
  constructor(readonly count: number, private readonly each: number) {}

  get total(): number {
    return this.count * this.each;
  }

  height(): number {
    return this.each;
  }

  top(row: number): number {
    return row * this.each;
  }

  rowAt(top: number): number {
    const row = Math.floor(top / this.each);
    return Math.min(Math.max(row, 0), Math.max(0, this.count - 1));
  }
}
