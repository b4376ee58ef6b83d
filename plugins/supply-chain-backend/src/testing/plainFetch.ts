import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';

/** `fetch` that takes certificates which a test server has signed itself. Nothing of redirects, caches or compression. */
export const plainFetch: typeof globalThis.fetch = async (input, init) => {
  const url = new URL(String(input));
  const options = {
    method: init?.method ?? 'GET',
    headers: Object.fromEntries(new Headers(init?.headers)),
    ...(init?.signal && { signal: init.signal }),
    ...{ rejectUnauthorized: false, agent: false as const },
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const asked = send(url, options, answer => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(answer.headers)) {
        if (value !== undefined) headers.set(name, String(value));
      }
      const body = Readable.toWeb(answer) as unknown as ReadableStream;
      resolve(new Response(body, { status: answer.statusCode ?? 0, headers }));
    });
    asked.once('error', reject);
    asked.end(typeof init?.body === 'string' ? init.body : undefined);
  });
};
