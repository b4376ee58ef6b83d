import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { createInterface } from 'node:readline';

export interface ContractAnswer {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON; throws when it is none. */
  json(): Record<string, unknown>;
}

export interface ContractStream {
  readonly status: number;
  /** The next line as JSON; undefined at the end. */
  next(): Promise<Record<string, unknown> | undefined>;
  close(): void;
}

interface Asked {
  readonly body?: unknown;
  readonly accept?: string;
  readonly contentType?: string;
  /** null: none at all. */
  readonly token?: string | null;
}

/** Speaks raw HTTP to a Kubernetes API server, ours or a real one, and judges nothing. */
export class ContractClient {
  readonly #base: URL;
  readonly #token: string;
  readonly #agent: HttpAgent | HttpsAgent;

  constructor(url: string, token: string) {
    this.#base = new URL(url);
    this.#token = token;
    // Test servers sign their own certificates.
    this.#agent =
      this.#base.protocol === 'https:'
        ? new HttpsAgent({ keepAlive: true, rejectUnauthorized: false })
        : new HttpAgent({ keepAlive: true });
  }

  async get(path: string, asked: Asked = {}): Promise<ContractAnswer> {
    return this.send('GET', path, asked);
  }

  async send(
    method: string,
    path: string,
    asked: Asked = {},
  ): Promise<ContractAnswer> {
    const response = await this.#open(method, path, asked);
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    return {
      status: response.statusCode ?? 0,
      type: response.headers['content-type'] ?? '',
      headers: response.headers,
      text,
      json: () => JSON.parse(text) as Record<string, unknown>,
    };
  }

  async stream(path: string, asked: Asked = {}): Promise<ContractStream> {
    const response = await this.#open('GET', path, asked);
    const lines = createInterface({ input: response })[Symbol.asyncIterator]();
    return {
      status: response.statusCode ?? 0,
      async next() {
        const line = await lines.next();
        return line.done
          ? undefined
          : (JSON.parse(line.value) as Record<string, unknown>);
      },
      close: () => response.destroy(),
    };
  }

  close(): void {
    this.#agent.destroy();
  }

  async #open(
    method: string,
    path: string,
    asked: Asked,
  ): Promise<IncomingMessage> {
    const { accept = 'application/json', token = this.#token } = asked;
    const body =
      typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body);
    const headers = {
      Accept: accept,
      ...(token !== null && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && {
        'Content-Type': asked.contentType ?? 'application/json',
        'Content-Length': Buffer.byteLength(body),
      }),
    };
    return new Promise((resolve, reject) => {
      const send =
        this.#base.protocol === 'https:' ? httpsRequest : httpRequest;
      const request = send(
        new URL(path, this.#base),
        { method, headers, agent: this.#agent },
        resolve,
      );
      request.on('error', reject);
      request.end(body);
    });
  }
}
