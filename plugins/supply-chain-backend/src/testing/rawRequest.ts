import { request } from 'node:http';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A request whose path goes out as it is written: `fetch` resolves dots before anybody could be tested with them. */
export function rawRequest(
  baseUrl: string,
  options: {
    readonly method?: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  },
): Promise<RawAnswer> {
  const { hostname, port, pathname } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ hostname, port, agent: false },
        method: options.method ?? 'GET',
        path: `${pathname}${options.path}`,
        headers: { ...options.headers },
      },
      answer => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
        answer.once('error', reject);
      },
    );
    sent.once('error', reject);
    sent.end(options.body);
  });
}
