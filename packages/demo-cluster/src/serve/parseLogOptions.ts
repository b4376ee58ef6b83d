import { StatusError } from '../http/StatusError.ts';

/** The query of a pod log, PodLogOptions. */
export interface LogOptions {
  readonly container: string;
  readonly follow: boolean;
  readonly previous: boolean;
  readonly timestamps: boolean;
  /** Milliseconds since the epoch: records before it are left out. */
  readonly since: number | undefined;
  readonly tailLines: number | undefined;
  readonly limitBytes: number | undefined;
}

/** Reads and validates it, in the API server's words. */
export function parseLogOptions(
  query: URLSearchParams,
  pod: string,
  now: number,
): LogOptions {
  const tailLines = integer(query, 'tailLines');
  const limitBytes = integer(query, 'limitBytes');
  const sinceSeconds = integer(query, 'sinceSeconds');
  const sinceTime = query.get('sinceTime') ?? undefined;
  if (tailLines !== undefined && tailLines < 0) {
    throw invalid(
      pod,
      'tailLines',
      tailLines,
      'must be greater than or equal to 0',
    );
  }
  if (limitBytes !== undefined && limitBytes < 1)
    throw invalid(pod, 'limitBytes', limitBytes, 'must be greater than 0');
  if (sinceSeconds !== undefined && sinceTime !== undefined) {
    throw StatusError.invalid({ group: '', kind: 'PodLogOptions' }, pod, [
      {
        reason: 'FieldValueForbidden',
        message:
          'Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified',
      },
    ]);
  }
  if (sinceSeconds !== undefined && sinceSeconds < 1) {
    throw invalid(pod, 'sinceSeconds', sinceSeconds, 'must be greater than 0');
  }
  return {
    container: query.get('container') ?? '',
    follow: bool(query, 'follow'),
    previous: bool(query, 'previous'),
    timestamps: bool(query, 'timestamps'),
    since:
      sinceTime === undefined
        ? sinceSeconds && now - sinceSeconds * 1000
        : instant(sinceTime),
    tailLines,
    limitBytes,
  };
}

/** The API server hands whole seconds to the kubelet: a log starts with the second that this time lies in. */
function instant(text: string): number {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(
    text,
  )
    ? Date.parse(text)
    : Number.NaN;
  if (!Number.isNaN(at)) return Math.floor(at / 1000) * 1000;
  const cut = JSON.stringify(text);
  throw StatusError.badRequest(
    `parsing time ${cut} as "2006-01-02T15:04:05Z07:00": cannot parse ${cut} as "2006"`,
  );
}

function integer(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (!text) return undefined;
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  throw StatusError.badRequest(
    `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
  );
}

function bool(query: URLSearchParams, name: string): boolean {
  const text = query.get(name);
  return text !== null && text.toLowerCase() !== 'false' && text !== '0';
}

function invalid(
  pod: string,
  field: string,
  value: number,
  why: string,
): StatusError {
  return StatusError.invalid({ group: '', kind: 'PodLogOptions' }, pod, [
    {
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${value}: ${why}`,
      field,
    },
  ]);
}
