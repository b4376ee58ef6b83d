import type { Gaps } from './Gaps';
import type { LogBuffer } from './LogBuffer';
import type { Row, RowList } from './RowList';

/** Every line of a log, and every gap. */
export class AllRows implements RowList {
  constructor(
    private readonly buffer: LogBuffer,
    private readonly gaps: Gaps,
  ) {}

  get count(): number {
    return this.buffer.lineCount + this.gaps.count;
  }

  rowAt(row: number): Row {
    return this.gaps.rowAt(row);
  }

  lineFrom(row: number): number {
    return this.gaps.lineFrom(row);
  }

  rowOfLine(line: number): number {
    return this.gaps.rowOfLine(line);
  }

  bytesOf(from: number, to: number): number {
    const { buffer, gaps } = this;
    const start = buffer.offsetOf(gaps.lineFrom(from));
    return buffer.offsetOf(gaps.lineFrom(to)) - start;
  }
}
