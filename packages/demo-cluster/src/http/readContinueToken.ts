import { isRecord } from '../records.ts';
import type { ContinueToken } from './ContinueToken.ts';
import { CONTINUE_FORMAT } from './continueFormat.ts';
import { StatusError } from './StatusError.ts';

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
  if (!isRecord(read) || read.v !== CONTINUE_FORMAT)
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
