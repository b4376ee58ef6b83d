import type { SearchHits } from './SearchHits';

/** Gathers matches as they are found, in the order of their lines. */
export class HitCollector {
  private readonly lines: number[] = [];
  private readonly counts: number[] = [];

  add(line: number, count: number): void {
    if (count === 0) return;
    const last = this.lines.length - 1;
    if (last >= 0 && this.lines[last] === line)
      this.counts[last] = (this.counts[last] ?? 0) + count;
    else {
      this.lines.push(line);
      this.counts.push(count);
    }
  }

  hits(tooSlowAt?: number): SearchHits {
    return {
      lines: Uint32Array.from(this.lines),
      counts: Uint32Array.from(this.counts),
      ...(tooSlowAt !== undefined && { tooSlowAt }),
    };
  }
}
