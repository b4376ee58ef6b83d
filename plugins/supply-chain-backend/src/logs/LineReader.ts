import type { LogLine } from './LogLine';
import { TimeCounts } from './TimeCounts';

/** Bytes of one line at most: what a page shows of a line is less, and a log without a newline must not fill the memory. */
export const LONGEST_LINE = 1024 * 1024;

/** As the kubelet writes it before each line: RFC 3339 with nanoseconds, 20 to 35 characters. */
const TIME =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const LONGEST_TIME = 35;

const NEWLINE = 0x0a;
const SPACE = 0x20;

/** Cuts the bytes of one connection's log with timestamps into lines, wherever the network cut them. */
export class LineReader {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #counts = new TimeCounts();
  #at: string | undefined;
  /** The beginning of a line whose end has not come yet; joined once, so that small pieces of a long line cost no squares. */
  #begun: Uint8Array[] = [];
  #begunBytes = 0;

  /** The lines that are whole now. */
  read(chunk: Uint8Array): LogLine[] {
    const lines: LogLine[] = [];
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, from);
      if (end < 0) break;
      this.#begin(chunk.subarray(from, end));
      lines.push(this.#line(false));
      from = end + 1;
    }
    // Copied: the rest of the chunk is not kept alive by the beginning of a line.
    if (from < chunk.length) this.#begin(chunk.slice(from));
    if (this.#begunBytes > LONGEST_LINE) lines.push(this.#line(false));
    return lines;
  }

  /** The last line, when the log has ended without a newline. */
  finish(): LogLine[] {
    return this.#begunBytes > 0 ? [this.#line(true)] : [];
  }

  #begin(bytes: Uint8Array): void {
    this.#begun.push(bytes);
    this.#begunBytes += bytes.length;
  }

  #line(unterminated: boolean): LogLine {
    const bytes = this.#begun.length === 1 ? this.#begun[0] : undefined;
    const line = this.#parse(bytes ?? Buffer.concat(this.#begun), unterminated);
    this.#begun = [];
    this.#begunBytes = 0;
    return line;
  }

  #parse(bytes: Uint8Array, unterminated: boolean): LogLine {
    const space = bytes.subarray(0, LONGEST_TIME + 1).indexOf(SPACE);
    const head =
      space < 0 ? '' : this.#decoder.decode(bytes.subarray(0, space));
    if (!TIME.test(head)) {
      const text = this.#decoder.decode(bytes);
      return { at: this.#at, text, count: 0, unterminated };
    }
    this.#at = head;
    return {
      at: head,
      text: this.#decoder.decode(bytes.subarray(space + 1)),
      count: this.#counts.next(head),
      unterminated,
    };
  }
}
