import type { Exchange } from '../http/Exchange.ts';
import type { Target } from '../http/parseTarget.ts';
import { parseTarget } from '../http/parseTarget.ts';
import { authenticate } from './authenticate.ts';
import { authorize } from './authorize.ts';
import type { ApiContext } from './ApiContext.ts';
import { servePath } from './servePath.ts';
import { serveResource } from './serveResource.ts';
import { suffer } from './suffer.ts';

/** One request through the house: faults, who, what, may they, do it. Throws StatusErrors. */
export async function serveRequest(
  context: ApiContext,
  exchange: Exchange,
): Promise<void> {
  context.metrics.countArrival();
  const target = parseTarget(
    exchange.method,
    exchange.url.pathname,
    exchange.url.searchParams,
  );
  context.metrics.countRequest(labelOf(target));
  if (!(await suffer(context, exchange))) return;
  const user = authenticate(exchange.header('authorization'), context.users);
  authorize(context, user, target);
  if (target.kind === 'path') servePath(context, exchange);
  else await serveResource(context, exchange, user, target);
}

function labelOf(target: Target): string {
  if (target.kind === 'path') return `${target.verb} ${target.path}`;
  const { group, plural, subresource, verb } = target;
  const kind = group ? `${plural}.${group}` : plural;
  return `${verb} ${subresource ? `${kind}/${subresource}` : kind}`;
}
