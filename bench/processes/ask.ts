import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Of the body, as it came over the wire. */
  readonly bytes: number;
  readonly etag: string | undefined;
}

export interface Question {
  readonly base: string;
  readonly path: string;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Connections are kept, as browsers do; never fewer than wanted, or the client would be what is measured. */
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** A request as a browser sends it, compressed answers taken. Rejects when there is no answer. */
export async function ask(question: Question): Promise<Answer> {
  const response = await open(question, { 'accept-encoding': 'gzip' });
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  const body =
    response.headers['content-encoding'] === 'gzip'
      ? response.pipe(createGunzip())
      : response;
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return {
    ...{ status: response.statusCode ?? 0, bytes },
    text: Buffer.concat(chunks).toString(),
    etag: response.headers.etag,
  };
}

/** The answer as soon as its headers are there; its body is the caller's to read. */
export function open(
  { base, path, token, body, headers, signal }: Question,
  more: Readonly<Record<string, string>> = {},
): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const outgoing = request(
      new URL(path, base),
      {
        agent,
        method: text === undefined ? 'GET' : 'POST',
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(text !== undefined && { 'content-type': 'application/json' }),
          ...headers,
          ...more,
        },
        ...(signal && { signal }),
      },
      done,
    );
    outgoing.once('error', fail);
    outgoing.end(text);
  });
}
