import type { ContinueToken } from './ContinueToken.ts';
import { CONTINUE_FORMAT } from './continueFormat.ts';

/** As the API server writes it; clients must not look inside. */
export function writeContinueToken(token: ContinueToken): string {
  return Buffer.from(
    JSON.stringify({
      v: CONTINUE_FORMAT,
      rv: token.version,
      start: token.start,
    }),
  ).toString('base64url');
}
