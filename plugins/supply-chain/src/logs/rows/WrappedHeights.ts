import type { RowHeights } from './RowHeights';

/** Rows of a block. Only blocks that were looked at know each of their rows. */
const BLOCK = 256;

/** Blocks that know their rows: 16,000 rows of 8 bytes. What a dropped one measured stays in its sum. */
const KNOWN_BLOCKS = 64;

/** What rows are before they were measured. */
export type RowEstimate = {
  /** px of a row that fits into one line. */
  line: number;
  /** Characters that fit into a line. */
  columns: number;
  /** Bytes of the rows `[from, to)`, about as many as characters. */
  bytes: (from: number, to: number) => number;
};

/** Rows that wrap: guessed from their bytes, measured when they are drawn. A million rows cost 4,000 numbers. */
export class WrappedHeights implements RowHeights {
  private readonly sums: number[] = [];
  private readonly known = new Map<number, Float64Array>();
  private rows = 0;
  private sum = 0;

  constructor(private readonly estimate: RowEstimate) {}

  get count(): number {
    return this.rows;
  }

  get total(): number {
    return this.sum;
  }

  /** Rows come at the end only; the last one may have grown. */
  setCount(count: number): void {
    const from = Math.max(0, Math.floor((this.rows - 1) / BLOCK));
    this.rows = count;
    const blocks = Math.ceil(count / BLOCK);
    this.sums.length = Math.min(this.sums.length, blocks);
    for (let block = from; block < blocks; block += 1) {
      const known = this.known.get(block);
      if (known && known.length !== this.lengthOf(block)) this.extend(block);
      if (!known) this.setSum(block, this.guess(block));
    }
    this.sum = this.sums.reduce((sum, each) => sum + each, 0);
  }

  height(row: number): number {
    return this.block(Math.floor(row / BLOCK))[row % BLOCK] ?? 0;
  }

  top(row: number): number {
    const block = Math.floor(row / BLOCK);
    let top = 0;
    for (let before = 0; before < block; before += 1)
      top += this.sums[before] ?? 0;
    const heights = this.block(block);
    for (let before = 0; before < row % BLOCK; before += 1)
      top += heights[before] ?? 0;
    return top;
  }

  rowAt(top: number): number {
    let left = Math.max(0, top);
    let block = 0;
    while (block < this.sums.length - 1 && left >= (this.sums[block] ?? 0)) {
      left -= this.sums[block] ?? 0;
      block += 1;
    }
    const heights = this.block(block);
    let row = 0;
    while (row < heights.length - 1 && left >= (heights[row] ?? 0)) {
      left -= heights[row] ?? 0;
      row += 1;
    }
    return block * BLOCK + row;
  }

  /** Returns whether it was not known before. */
  measure(row: number, height: number): boolean {
    const block = Math.floor(row / BLOCK);
    const heights = this.block(block);
    const before = heights[row % BLOCK] ?? 0;
    if (before === height) return false;
    heights[row % BLOCK] = height;
    this.setSum(block, (this.sums[block] ?? 0) + height - before);
    return true;
  }

  private block(block: number): Float64Array {
    const known = this.known.get(block);
    if (known) return known;
    if (this.known.size >= KNOWN_BLOCKS) {
      const [oldest] = this.known.keys();
      if (oldest !== undefined) this.known.delete(oldest);
    }
    return this.extend(block);
  }

  /** Guesses each row of a block that is not known yet. */
  private extend(block: number): Float64Array {
    const { line, columns, bytes } = this.estimate;
    const before = this.known.get(block);
    const first = block * BLOCK;
    const heights = Float64Array.from(
      { length: this.lengthOf(block) },
      (_, n) =>
        // The last row may have grown since.
        (before && n < before.length - 1 ? before[n] : undefined) ??
        line *
          Math.max(1, Math.ceil(bytes(first + n, first + n + 1) / columns)),
    );
    this.known.set(block, heights);
    this.setSum(
      block,
      heights.reduce((sum, height) => sum + height, 0),
    );
    return heights;
  }

  /** Rows end half way through their last line. */
  private guess(block: number): number {
    const { line, columns, bytes } = this.estimate;
    const rows = this.lengthOf(block);
    const lines = bytes(block * BLOCK, block * BLOCK + rows) / columns;
    return line * Math.max(rows, Math.round(lines + rows / 2));
  }

  private setSum(block: number, sum: number): void {
    this.sum += sum - (this.sums[block] ?? 0);
    this.sums[block] = sum;
  }

  private lengthOf(block: number): number {
    return Math.max(0, Math.min(BLOCK, this.rows - block * BLOCK));
  }
}
