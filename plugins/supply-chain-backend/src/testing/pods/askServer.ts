import { plainFetch } from '../plainFetch';
import type { PodsUnderTest } from './PodsUnderTest';

/** A request of an administrator to the server under test, whatever it answers. */
export function askServer(
  { url, token }: PodsUnderTest,
  method: string,
  path: string,
  body?: object,
): Promise<Response> {
  return plainFetch(`${url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type':
        method === 'PATCH'
          ? 'application/merge-patch+json'
          : 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}
