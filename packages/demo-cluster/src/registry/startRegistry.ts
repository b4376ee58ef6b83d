import { createServer } from 'node:http';
import { listenOnLoopback } from '../http/listenOnLoopback.ts';
import { answerRegistry } from './answerRegistry.ts';
import type { RegistryContent } from './RegistryContent.ts';

/** A registry on loopback, plain HTTP, read only. Rejects when the port is taken. */
export async function startRegistry(options: {
  readonly content: RegistryContent;
  /** 0: any free one. */
  readonly port: number;
}): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { method = '' } = request;
    request.resume();
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    const path = (request.url ?? '').replace(/[?#].*$/, '');
    const { status, headers, body } = answerRegistry(options.content, path);
    response.writeHead(status, {
      ...headers,
      'content-length': String(body.length),
      'docker-distribution-api-version': 'registry/2.0',
    });
    response.end(method === 'HEAD' ? undefined : body);
  });
  return listenOnLoopback(server, options.port);
}
