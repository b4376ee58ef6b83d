import { isInstant } from '../instants/isInstant.ts';

/** One line of a log as `?timestamps=true` gives it. */
export interface DatedLine {
  readonly at: string;
  readonly bytes: Uint8Array;
  /** The log ends without a newline: the container runtime marked the record as partial. */
  readonly partial?: boolean;
  /** Made for the run that is played: nothing in it is to be replaced. */
  readonly verbatim?: boolean;
}

/** Splits a recorded log into its lines, byte for byte. A line without a date takes the one before it. */
export function parseLog(log: Uint8Array): DatedLine[] {
  const lines: DatedLine[] = [];
  let last: string | undefined;
  for (let start = 0; start < log.length; ) {
    const newline = log.indexOf(0x0a, start);
    const end = newline < 0 ? log.length : newline;
    const line = log.subarray(start, end);
    const space = line.indexOf(0x20);
    const date = Buffer.from(
      line.subarray(0, space < 0 ? line.length : space),
    ).toString('latin1');
    const dated = isInstant(date);
    if (dated) last = date;
    if (last !== undefined)
      lines.push({
        at: last,
        bytes: dated
          ? line.subarray(space < 0 ? line.length : space + 1)
          : line,
        ...(newline < 0 && { partial: true }),
      });
    start = end + 1;
  }
  return lines;
}
