import { ChunkedNumbers } from './ChunkedNumbers';

/** Lines that share a full time; each keeps what it differs by, in half the room. */
const SHARED_BY = 1024;

/** In place of a difference: nobody said when. */
const UNKNOWN = -(2 ** 31);

/** ms. Largest difference that is kept: 24 days. */
const MOST = 2 ** 31 - 1;

/** When each line was written, in ms since 1970. */
export class LineTimes {
  /** The first known time of each block. */
  private readonly bases: number[] = [];
  private readonly differences = ChunkedNumbers.int32();

  /** Sets the time of a line and of all later ones; lines that were left out before it have none. NaN: not known. */
  push(line: number, time: number): void {
    while (this.differences.length < line) this.add(NaN);
    this.add(time);
  }

  at(line: number): number | undefined {
    const difference = this.differences.at(line);
    if (difference === undefined || difference === UNKNOWN) return undefined;
    return (this.bases[Math.floor(line / SHARED_BY)] ?? 0) + difference;
  }

  private add(time: number): void {
    const block = Math.floor(this.differences.length / SHARED_BY);
    const base = this.bases[block] ?? time;
    if (!Number.isNaN(base)) this.bases[block] = base;
    const difference = time - base;
    // NaN, or a clock that jumped by a month: such lines go without.
    this.differences.push(Math.abs(difference) <= MOST ? difference : UNKNOWN);
  }
}
