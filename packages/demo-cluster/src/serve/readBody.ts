import type { Exchange } from '../http/Exchange.ts';
import { StatusError } from '../http/StatusError.ts';
import { isRecord } from '../records.ts';

/** The request's body as a JSON object; undefined when there is none. */
export async function readBody(
  exchange: Exchange,
  kind: string,
): Promise<Record<string, unknown> | undefined> {
  const bytes = await exchange.readBytes();
  if (bytes.length === 0) return undefined;
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    const type = exchange.header('content-type')?.split(';')[0]?.trim();
    if (type && type !== 'application/json')
      throw StatusError.unsupportedMediaType(['application/json']);
    throw unrecognized(
      kind,
      `json parse error: ${error instanceof Error ? error.message : ''}`,
    );
  }
  if (!isRecord(body)) throw unrecognized(kind, 'json: not an object');
  return body;
}

function unrecognized(kind: string, why: string): StatusError {
  return StatusError.badRequest(
    `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; ${why}`,
  );
}
