import { createHash } from 'node:crypto';
import type { LogCompleteness } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import { NotFound } from '../clusters/errors/NotFound';
import { lineTime, LONGEST_TIME } from './lineTime';

const NEWLINE = 0x0a;

/** How a kubelet begins what it writes in place of a log (cri-client logs.go, kubelet_pods.go). */
const NO_LOG = /^(?:unable to retrieve container logs|failed to |rpc error: )/i;

/** A log with timestamps on its way into the archive: cut where it gets too long, and measured as it passes. */
export class MeasuredLog {
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #maxBytes: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #newlines = 0;
  #isLineOpen = false;
  #head: Uint8Array = new Uint8Array(0);
  #firstAt: string | undefined;
  #lastAt: string | undefined;
  #isBroken = false;
  #isTooLong = false;
  #isNoLog = false;
  #isCutByNode = false;

  constructor(source: AsyncIterable<Uint8Array>, maxBytes: number) {
    this.#source = source;
    this.#maxBytes = maxBytes;
  }

  /**
   * What is to be stored. Ends, instead of throwing, where the connection is lost: what has come until then is worth keeping
   * when Kubernetes has no more to give.
   */
  async *bytes(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#source) {
        const kept = this.#accept(chunk);
        if (this.#isNoLog) return;
        if (kept.length > 0) yield kept;
        if (this.#isTooLong) return;
      }
      this.#endLine();
    } catch (error) {
      if (!(error instanceof ConnectionLost || error instanceof NotFound)) {
        throw error;
      }
      this.#endLine();
      this.#isBroken = true;
    }
  }

  /** Of what has passed, once `bytes` has ended. */
  measure() {
    return {
      bytes: this.#bytes,
      lines: this.#newlines + (this.#isLineOpen ? 1 : 0),
      sha256: this.#hash.copy().digest('hex'),
      firstAt: this.#firstAt,
      lastAt: this.#lastAt,
    };
  }

  get completeness(): LogCompleteness {
    if (this.#isNoLog) return { kind: 'incomplete', because: 'unreadable' };
    if (this.#isCutByNode) return { kind: 'incomplete', because: 'unreadable' };
    if (this.#isBroken) return { kind: 'incomplete', because: 'pod-gone' };
    if (this.#isTooLong) return { kind: 'incomplete', because: 'too-long' };
    return { kind: 'complete' };
  }

  #accept(chunk: Uint8Array): Uint8Array {
    const room = this.#maxBytes - this.#bytes;
    this.#isTooLong = chunk.length > room;
    const kept = this.#isTooLong ? chunk.subarray(0, room) : chunk;
    let rest = kept;
    while (rest.length > 0) {
      const newline = rest.indexOf(NEWLINE);
      const end = newline < 0 ? rest.length : newline + 1;
      this.#read(rest.subarray(0, end));
      if (this.#isNoLog) return rest.subarray(0, 0);
      rest = rest.subarray(end);
    }
    this.#bytes += kept.length;
    this.#hash.update(kept);
    return kept;
  }

  /** A part of one line. */
  #read(part: Uint8Array): void {
    if (this.#head.length < LONGEST_TIME) {
      const more = part.subarray(0, LONGEST_TIME - this.#head.length);
      this.#head = Buffer.concat([this.#head, more]);
    }
    this.#isLineOpen = part.at(-1) !== NEWLINE;
    // Of the first line it has to be known before anything is stored that there is a log at all.
    const isKnown = !this.#isLineOpen || this.#head.length === LONGEST_TIME;
    if (isKnown && this.#firstAt === undefined) this.#endLine();
    if (this.#isLineOpen) return;
    this.#endLine();
    this.#newlines += 1;
    this.#head = new Uint8Array(0);
  }

  /** The kubelet puts a time before each line of a log; what has none are its own words, in place of a log or at its end. */
  #endLine(): void {
    if (this.#head.length === 0) return;
    const at = lineTime(this.#head);
    if (at === undefined && this.#firstAt === undefined) {
      this.#isNoLog = NO_LOG.test(Buffer.from(this.#head).toString('latin1'));
    }
    this.#isCutByNode = at === undefined && this.#firstAt !== undefined;
    this.#firstAt ??= at;
    this.#lastAt = at ?? this.#lastAt;
  }
}
