import { isRecord } from './isRecord';
import type { Refusal } from './Refusal';

/** Reads once what an answer with an error status says. */
export function parseRefusal(
  status: number,
  retryAfter: string | null,
  body: string,
  now: number,
): Refusal {
  const retryAfterMs = parseRetryAfter(retryAfter, now);
  const parsed = parseJson(body);
  if (isRecord(parsed) && parsed.kind === 'Status') {
    return { retryAfterMs, ...refusalOfStatus(parsed, status) };
  }
  const fromBackstage =
    isRecord(parsed) &&
    isRecord(parsed.error) &&
    typeof parsed.error.name === 'string';
  return { from: fromBackstage ? 'backstage' : 'other', status, retryAfterMs };
}

/** A Kubernetes `Status` as body of an answer or as object of an ERROR event; `fallback` when it has no code of its own. */
export function refusalOfStatus(status: unknown, fallback: number): Refusal {
  const fields = isRecord(status) ? status : {};
  const details = isRecord(fields.details) ? fields.details : {};
  const retryAfterSeconds = details.retryAfterSeconds;
  return {
    from: 'cluster',
    status: typeof fields.code === 'number' ? fields.code : fallback,
    namesObject: typeof details.name === 'string' && details.name !== '',
    message: typeof fields.message === 'string' ? fields.message : undefined,
    ...(typeof retryAfterSeconds === 'number' && retryAfterSeconds >= 0
      ? { retryAfterMs: retryAfterSeconds * 1000 }
      : {}),
  };
}

/** Seconds or an HTTP date. */
function parseRetryAfter(
  value: string | null,
  now: number,
): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
