import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Response } from 'express';
import type { Caller } from '../access/Caller';
import { clusterTokensOf } from './clusterTokensOf';
import { whoIs } from './stream/whoIs';

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
  const credentials = await httpAuth.credentials(req);
  return {
    credentials,
    tokens: clusterTokensOf(req.headers, whoIs(credentials)),
    signal: gone.signal,
    request: req,
  };
}
