import type { RequestHandler } from 'express';
import { requestedRefSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { callerOf } from './callerOf';
import type { RouteServices } from './RouteServices';
import { whoIs } from './stream/whoIs';

/**
 * `POST /v1/builds/…/trigger`. It needs somebody who can be named: where a Backstage lets anybody read, nobody has no
 * rebuild. A token in a header is the only way in, so that no other site can make a browser do it; the body says nothing.
 */
export function triggerRoute({
  httpAuth,
  trigger,
}: RouteServices): RequestHandler {
  return async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const as = await callerOf(httpAuth, req, res);
    const ref = requestedRefSchema.parse(req.params);
    await trigger.trigger(ref, { by: whoIs(as.credentials) }, as);
    res.setHeader('Cache-Control', 'no-store');
    res.status(204).end();
  };
}
