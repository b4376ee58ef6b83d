import { LONGEST_LOG_LINE } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { cutAtCharacter } from './cutAtCharacter';
import type { RawLine } from './RawLine';

/** As the kubelet writes it before each line: RFC 3339 with nanoseconds, 20 to 35 characters. */
const TIME =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const LONGEST_TIME = 35;

const NEWLINE = 0x0a;
const SPACE = 0x20;
const DASH = 0x2d;
const T = 0x54;

/** Bytes of one line that are kept, with its time: a log without a newline must not fill the memory. */
const KEPT = LONGEST_TIME + 1 + LONGEST_LOG_LINE;

/** Cuts the bytes of one connection's log with timestamps into lines, wherever the network cut them. */
export class LineReader {
  /** The beginning of a line whose end has not come yet; joined once, so that small pieces of a long line cost no squares. */
  #begun: Buffer[] = [];
  #keptBytes = 0;
  #bytes = 0;

  /** The lines that are whole now. */
  read(part: Uint8Array): RawLine[] {
    const chunk = Buffer.from(part.buffer, part.byteOffset, part.length);
    const lines: RawLine[] = [];
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, from);
      if (end < 0) break;
      this.#begin(chunk.subarray(from, end));
      lines.push(this.#line(false));
      from = end + 1;
    }
    // Copied: the rest of the chunk is not kept alive by the beginning of a line.
    if (from < chunk.length) {
      this.#begin(Buffer.from(chunk.subarray(from, from + KEPT)));
    }
    this.#bytes += Math.max(0, chunk.length - from - KEPT);
    return lines;
  }

  /** The last line, when the log has ended without a newline. */
  finish(): RawLine[] {
    return this.#bytes > 0 ? [this.#line(true)] : [];
  }

  #begin(bytes: Buffer): void {
    this.#bytes += bytes.length;
    const part = bytes.subarray(0, KEPT - this.#keptBytes);
    if (part.length === 0) return;
    this.#begun.push(part);
    this.#keptBytes += part.length;
  }

  #line(unterminated: boolean): RawLine {
    const only = this.#begun.length === 1 ? this.#begun[0] : undefined;
    const bytes = only ?? Buffer.concat(this.#begun);
    const length = this.#bytes;
    this.#begun = [];
    this.#keptBytes = 0;
    this.#bytes = 0;
    const timeLength = lengthOfTime(bytes);
    const most = (timeLength && timeLength + 1) + LONGEST_LOG_LINE;
    const kept = length > most ? cutAtCharacter(bytes, most) : bytes;
    return { bytes: kept, timeLength, cut: length - kept.length, unterminated };
  }
}

function lengthOfTime(bytes: Buffer): number {
  // Cheap before dear: nearly every line has a time, and there are millions.
  if (bytes[4] !== DASH || bytes[10] !== T) return 0;
  const space = bytes.indexOf(SPACE);
  if (space < 0 || space > LONGEST_TIME) return 0;
  return TIME.test(bytes.toString('latin1', 0, space)) ? space : 0;
}
