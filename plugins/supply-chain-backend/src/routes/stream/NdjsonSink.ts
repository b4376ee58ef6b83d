import { once } from 'node:events';
import type { Response } from 'express';
import { MAX_TOPICS } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** How long the last bytes may take to a reader that has stopped reading, before the connection is cut. */
const GRACE_MS = 5_000;

/** An answer that stays open: one JSON a line, as fast as the reader takes it. */
export class NdjsonSink {
  readonly #res: Response;

  constructor(res: Response) {
    this.#res = res;
    // Each topic of a stream may wait for the same drain.
    res.setMaxListeners(4 * MAX_TOPICS);
    res.status(200);
    res.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8');
    // `no-transform` also keeps Backstage's compression from holding lines back, the rest is for proxies on the way.
    res.setHeader('Cache-Control', 'no-cache, no-transform');
    res.setHeader('X-Accel-Buffering', 'no');
    res.flushHeaders();
  }

  /** Resolves when the reader can take more. Rejects when it has left. */
  async write(message: unknown, signal: AbortSignal): Promise<void> {
    await this.writeLine(JSON.stringify(message), signal);
  }

  /** The same for a message that is JSON already. */
  async writeLine(json: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#res.write(`${json}\n`)) return;
    await once(this.#res, 'drain', { signal });
  }

  /** Does not wait: a reader that has stopped reading must not keep us. */
  end(last?: unknown): void {
    if (this.#res.destroyed) return;
    this.#res.end(last === undefined ? undefined : `${JSON.stringify(last)}\n`);
    const cut = setTimeout(() => this.#res.destroy(), GRACE_MS);
    this.#res.once('close', () => clearTimeout(cut));
  }
}
