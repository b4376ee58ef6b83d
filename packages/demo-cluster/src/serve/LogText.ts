import type { LogLine } from '../state/LogStore.ts';
import type { LogOptions } from './parseLogOptions.ts';

const NEWLINE = Buffer.from('\n');

/** Turns records of a log file into the bytes that are served, as the kubelet's reader does (cri-client logs.go). */
export class LogText {
  readonly #options: LogOptions;
  #bytesLeft: number;
  /** A record after a partial one continues its line: no timestamp. */
  #atLineStart = true;

  constructor(options: LogOptions) {
    this.#options = options;
    this.#bytesLeft = options.limitBytes ?? Number.POSITIVE_INFINITY;
  }

  /** True once `limitBytes` are reached. */
  get full(): boolean {
    return this.#bytesLeft <= 0;
  }

  /** The first record to serve: `tailLines` counts records of the file, partial ones too. */
  firstOf(lines: readonly LogLine[]): number {
    const { tailLines } = this.#options;
    return tailLines === undefined ? 0 : Math.max(0, lines.length - tailLines);
  }

  bytesOf(line: LogLine): Buffer {
    const { since, timestamps } = this.#options;
    if (this.full || (since !== undefined && Date.parse(line.at) < since))
      return Buffer.alloc(0);
    const parts: Uint8Array[] = [];
    if (timestamps && this.#atLineStart) parts.push(Buffer.from(`${line.at} `));
    parts.push(line.bytes);
    if (!line.partial) parts.push(NEWLINE);
    this.#atLineStart = !line.partial || line.bytes.length === 0;
    const bytes = Buffer.concat(parts);
    const kept =
      bytes.length > this.#bytesLeft
        ? bytes.subarray(0, this.#bytesLeft)
        : bytes;
    this.#bytesLeft -= kept.length;
    return kept;
  }
}
