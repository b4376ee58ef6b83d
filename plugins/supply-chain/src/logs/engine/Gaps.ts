import type { Gap } from './Gap';
import type { Row } from './RowList';

/** Puts gaps between lines: rows are lines and gaps, lines keep their numbers. Gaps are few, so a walk over them is short. */
export class Gaps {
  private readonly gaps: Gap[] = [];

  get count(): number {
    return this.gaps.length;
  }

  /** Adds a gap at the end of what is there. */
  add(gap: Gap): void {
    this.gaps.push(gap);
  }

  rowAt(row: number): Row {
    let before = 0;
    for (const gap of this.gaps) {
      const itsRow = gap.beforeLine + before;
      if (itsRow === row) return { kind: 'gap', gap };
      if (itsRow > row) break;
      before += 1;
    }
    return { kind: 'line', line: row - before };
  }

  /** The line of a row, or the one behind a gap. */
  lineFrom(row: number): number {
    return row - this.gaps.filter((gap, n) => gap.beforeLine + n < row).length;
  }

  rowOfLine(line: number): number {
    return line + this.gaps.filter(gap => gap.beforeLine <= line).length;
  }
}
