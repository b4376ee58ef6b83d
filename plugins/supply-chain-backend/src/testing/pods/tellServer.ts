import { askServer } from './askServer';
import type { PodsUnderTest } from './PodsUnderTest';

/** A request that has to succeed; its answer. */
export async function tellServer(
  server: PodsUnderTest,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const answer = await askServer(server, method, path, body);
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  }
  return JSON.parse(text) as unknown;
}
