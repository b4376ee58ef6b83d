import { isRecord } from '../records.ts';
import { StatusError } from './StatusError.ts';

/** Where a list in pages goes on. */
export interface ContinueToken {
  /** The version all pages show; -1: whatever is there when it is used, after the first version was forgotten. */
  readonly version: number;
  /** The first key not shown yet: `namespace/name` and a NUL byte. */
  readonly start: string;
}

const FORMAT = 'meta.k8s.io/v1';

export function writeContinueToken(token: ContinueToken): string {
  return Buffer.from(
    JSON.stringify({ v: FORMAT, rv: token.version, start: token.start }),
  ).toString('base64url');
}

/** Throws the API server's 400 for what is no token. */
export function readContinueToken(text: string): ContinueToken {
  const illegal = /[^A-Za-z0-9_-]/.exec(text);
  if (illegal)
    throw invalid(`illegal base64 data at input byte ${illegal.index}`);
  const json = Buffer.from(text, 'base64url').toString('utf8');
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    const first = Buffer.from(text, 'base64url')[0] ?? 0;
    const shown =
      first > 0x20 && first < 0x7f
        ? String.fromCharCode(first)
        : `\\u00${first.toString(16).padStart(2, '0')}`;
    throw invalid(
      `invalid character '${shown}' looking for beginning of value`,
    );
  }
  if (!isRecord(read) || read.v !== FORMAT)
    throw invalid(
      `server does not recognize this encoded version ${JSON.stringify(
        isRecord(read) ? read.v : '',
      )}`,
    );
  if (
    typeof read.start !== 'string' ||
    typeof read.rv !== 'number' ||
    read.start === '' ||
    read.rv === 0
  ) {
    throw invalid('incorrect encoded start resourceVersion');
  }
  return { version: read.rv, start: read.start };
}

function invalid(why: string): StatusError {
  return StatusError.badRequest(
    `invalid continue token: continue key is not valid: ${why}`,
  );
}
