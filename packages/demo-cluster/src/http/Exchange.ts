import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FaultKnobs } from '../faults/FaultKnobs.ts';
import { LiveStream } from './LiveStream.ts';
import { StatusError } from './StatusError.ts';

/** The API server's own limit for request bodies (3 MiB). */
const MAX_BODY_BYTES = 3 * 1024 * 1024;
/** The API server leaves smaller bodies as they are (defaultGzipThresholdBytes). */
const GZIP_FROM_BYTES = 128 * 1024;
/** Pieces are joined to about this before they are written: fewer, larger writes. */
const CHUNK_CHARACTERS = 256 * 1024;

/** One request and the answer to it. */
export class Exchange {
  readonly method: string;
  readonly url: URL;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.#request = request;
    this.#response = response;
    this.method = request.method ?? 'GET';
    this.url = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Audit-Id', randomUUID());
    response.setHeader('Cache-Control', 'no-cache, private');
  }

  header(name: string): string | undefined {
    const value = this.#request.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(',') : value;
  }

  /** True once nobody waits for the answer any more. */
  get abandoned(): boolean {
    return (
      this.#response.closed ||
      this.#response.destroyed ||
      this.#response.socket?.destroyed === true
    );
  }

  get answered(): boolean {
    return this.#response.headersSent;
  }

  /** Runs when the client leaves or has its answer. The returned function takes it back. */
  onClose(run: () => void): () => void {
    this.#response.once('close', run);
    return () => this.#response.off('close', run);
  }

  /** Ends the connection with a TCP reset. */
  reset(): void {
    this.#request.socket.resetAndDestroy();
  }

  async readBytes(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.#request) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      if (size > MAX_BODY_BYTES) {
        throw new StatusError(
          413,
          'RequestEntityTooLarge',
          `Request entity too large: limit is ${MAX_BODY_BYTES}`,
        );
      }
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  }

  sendJson(
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): void {
    this.sendBody(
      status,
      `${typeof body === 'string' ? body : JSON.stringify(body)}\n`,
      {
        'Content-Type': 'application/json',
        ...headers,
      },
    );
  }

  sendText(status: number, text: string): void {
    this.sendBody(status, text, {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    });
  }

  sendError(error: StatusError): void {
    this.sendJson(error.body.code, error.body, error.headers);
  }

  sendBody(
    status: number,
    text: string,
    headers: Readonly<Record<string, string>>,
  ): void {
    if (this.abandoned || this.answered) return;
    const body = Buffer.from(text);
    this.#response.writeHead(status, {
      ...headers,
      'Content-Length': body.length,
    });
    this.#response.end(body);
  }

  /** 204 */
  sendNothing(): void {
    if (this.abandoned || this.answered) return;
    this.#response.writeHead(204);
    this.#response.end();
  }

  /** A long JSON answer in pieces, compressed when asked for and worth it, at the pace of the reader. */
  async sendPieces(pieces: readonly string[]): Promise<void> {
    if (this.abandoned) return;
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const gzip =
      size >= GZIP_FROM_BYTES &&
      /\bgzip\b/.test(this.header('accept-encoding') ?? '');
    this.#response.writeHead(200, {
      'Content-Type': 'application/json',
      ...(gzip && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }),
    });
    const source = Readable.from(joined(pieces), {
      objectMode: true,
      highWaterMark: 1,
    });
    try {
      // Level 1, as the API server has it: lists are made often and read once.
      if (gzip)
        await pipeline(source, createGzip({ level: 1 }), this.#response);
      else await pipeline(source, this.#response);
    } catch (error) {
      if (!this.abandoned) throw error;
    }
  }

  /** Headers go out at once, the body as it comes. */
  openStream(contentType: string, faults: FaultKnobs): LiveStream {
    this.#response.writeHead(200, { 'Content-Type': contentType });
    this.#response.flushHeaders();
    return new LiveStream(this.#response, faults);
  }
}

function* joined(pieces: readonly string[]): Generator<Buffer> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length >= CHUNK_CHARACTERS) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text) yield Buffer.from(text);
}
