import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { listenOnLoopback } from '../http/listenOnLoopback.ts';

/** Orders are short. */
const LARGEST_BODY = 64 * 1024;

interface ControlOptions {
  /** Does what an order says; what it throws is answered as a 400. */
  readonly answer: (
    method: string,
    path: string,
    body: unknown,
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** 0: any free one. */
  readonly port: number;
}

/** The demo's control: JSON over HTTP, on loopback only. GET / says what there is. */
export async function startControlServer(
  options: ControlOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    readBody(request)
      .then(body =>
        options.answer(request.method ?? '', request.url ?? '', body),
      )
      .catch((error: unknown) => ({
        status: 400,
        body: { error: error instanceof Error ? error.message : 'failed' },
      }))
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(`${JSON.stringify(body, null, 2)}\n`);
      })
      .catch(() => response.destroy());
  });
  return listenOnLoopback(server, options.port);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  // A page in a browser may send forms and text anywhere, but JSON only where it is let.
  const type = request.headers['content-type'] ?? '';
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_BODY) throw new Error('The body is too large');
    parts.push(part);
  }
  if (request.method !== 'POST') return {};
  if (!type.startsWith('application/json'))
    throw new Error('Send content-type: application/json');
  const text = Buffer.concat(parts).toString();
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error('The body is not JSON');
  }
}
