import { createHash } from 'node:crypto';
import type { LogCompleteness } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import { NotFound } from '../clusters/errors/NotFound';
import { lineTime, LONGEST_TIME } from './lineTime';

const NEWLINE = 0x0a;
const NOTHING = new Uint8Array(0);

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
  /** The beginning of the line that is read, as far as a time goes. */
  #head = NOTHING;
  #firstAt: string | undefined;
  #lastAt: string | undefined;
  #isBroken = false;
  #isTooLong = false;
  #isNoLog = false;

  constructor(source: AsyncIterable<Uint8Array>, maxBytes: number) {
    this.#source = source;
    this.#maxBytes = maxBytes;
  }

  /**
   * What is to be stored. Ends, instead of throwing, where the connection is lost: what has come until then is worth keeping
   * when Kubernetes has no more to give.
   */
  async *bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#judged()) {
      const room = this.#maxBytes - this.#bytes;
      this.#isTooLong = chunk.length > room;
      const kept = this.#isTooLong ? chunk.subarray(0, room) : chunk;
      this.#measure(kept);
      if (kept.length > 0) yield kept;
      if (this.#isTooLong) return;
    }
  }

  /** Of what has passed, once `bytes` has ended. */
  measure() {
    return {
      bytes: this.#bytes,
      lines: this.#newlines + (this.#isLineOpen ? 1 : 0),
      sha256: this.#hash.copy().digest('hex'),
      firstAt: this.#firstAt,
      lastAt: this.#openAt ?? this.#lastAt,
    };
  }

  get completeness(): LogCompleteness {
    const incomplete = this.#incomplete();
    return incomplete
      ? { kind: 'incomplete', because: incomplete }
      : { kind: 'complete' };
  }

  #incomplete() {
    if (this.#isNoLog) return 'unreadable';
    if (this.#isBroken) return 'pod-gone';
    if (this.#isTooLong) return 'too-long';
    // Each line of a log has a time; a last one without is the kubelet's word for why it cannot go on.
    const isTimed = this.#firstAt !== undefined;
    return isTimed && this.#isLineOpen && this.#openAt === undefined
      ? 'unreadable'
      : undefined;
  }

  /** Of the line that has not ended. */
  get #openAt(): string | undefined {
    return this.#isLineOpen ? lineTime(this.#head) : undefined;
  }

  /** The bytes as they come, as soon as it is clear that they are a log, and not why there is none. */
  async *#judged(): AsyncGenerator<Uint8Array> {
    let held: Uint8Array | undefined = NOTHING;
    try {
      for await (const chunk of this.#source) {
        if (!held) {
          yield chunk;
          continue;
        }
        held = Buffer.concat([held, chunk]);
        if (held.length < LONGEST_TIME && !held.includes(NEWLINE)) continue;
        if (this.#isNone(held)) return;
        yield held;
        held = undefined;
      }
    } catch (error) {
      if (!(error instanceof ConnectionLost || error instanceof NotFound)) {
        throw error;
      }
      this.#isBroken = true;
    }
    if (held && held.length > 0 && !this.#isNone(held)) yield held;
  }

  #isNone(beginning: Uint8Array): boolean {
    const isTimed = lineTime(beginning) !== undefined;
    const text = Buffer.from(beginning).toString('latin1');
    this.#isNoLog = !isTimed && NO_LOG.test(text);
    return this.#isNoLog;
  }

  #measure(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    this.#hash.update(bytes);
    let rest = bytes;
    while (rest.length > 0) {
      const newline = rest.indexOf(NEWLINE);
      const end = newline < 0 ? rest.length : newline + 1;
      this.#read(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
  }

  /** A part of one line. */
  #read(part: Uint8Array): void {
    const missing = LONGEST_TIME - this.#head.length;
    if (missing > 0) {
      this.#head = Buffer.concat([this.#head, part.subarray(0, missing)]);
    }
    this.#isLineOpen = part.at(-1) !== NEWLINE;
    this.#firstAt ??= lineTime(this.#head);
    if (this.#isLineOpen) return;
    this.#lastAt = lineTime(this.#head) ?? this.#lastAt;
    this.#newlines += 1;
    this.#head = NOTHING;
  }
}
