import { textAt } from '../json/textAt.ts';

/** Sends an order to the control endpoint of a demo that runs; throws what it says against it. */
export async function sendOrder(
  port: number,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const url = `http://127.0.0.1:${port}${path}`;
  let response: Response;
  try {
    response = await fetch(url, {
      // An order is taken at once, whatever it sets going.
      signal: AbortSignal.timeout(10_000),
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch {
    throw new Error(
      `No demo answers on port ${port}: start it, or name its --port-control`,
    );
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok)
    throw new Error(
      textAt(answer, 'error') ?? `The demo answered ${response.status}`,
    );
  return answer;
}
