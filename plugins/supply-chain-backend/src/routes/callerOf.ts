import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Response } from 'express';
import type { Caller } from '../access/Caller';

/**
 * Who asks. Whether somebody without credentials may ask at all is Backstage's default auth policy, which stands before
 * every route; what they may see is the permission framework's.
 */
export async function callerOf(
  httpAuth: HttpAuthService,
  req: Request,
  res: Response,
): Promise<Caller> {
  const gone = new AbortController();
  // `res` and not `req`: a request whose body was read counts as closed long before its client leaves.
  res.once('close', () => gone.abort());
  return {
    credentials: await httpAuth.credentials(req),
    signal: gone.signal,
    request: req,
  };
}
