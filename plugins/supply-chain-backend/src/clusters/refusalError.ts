import { AccessDenied } from './errors/AccessDenied';
import type { AskedFor } from './errors/AskedFor';
import { ClusterUnknown } from './errors/ClusterUnknown';
import { ClusterUnreachable } from './errors/ClusterUnreachable';
import { Conflict } from './errors/Conflict';
import { ContainerWaiting } from './errors/ContainerWaiting';
import { Gone } from './errors/Gone';
import { KindAbsent } from './errors/KindAbsent';
import type { KubernetesError } from './errors/KubernetesError';
import { NotFound } from './errors/NotFound';
import { TooManyRequests } from './errors/TooManyRequests';
import { UpstreamFailure } from './errors/UpstreamFailure';
import type { Refusal } from './Refusal';

/** The kubelet's words; what follows is one word of a fixed set or one of two half-sentences, never free text. */
const WAITING = /is waiting to start(?:: ([A-Za-z][A-Za-z' ]{0,63}))?/;

/** `previous terminated container "x" in pod "y" not found`, `container x is not valid for pod y`. */
const NO_SUCH_LOG = /previous terminated container|is not valid for pod/;

/** Which error an answer is. `unreachableSince` says since when when it is none of the cluster's. */
export function refusalError(
  asked: AskedFor,
  refusal: Refusal,
  unreachableSince: () => Date,
): KubernetesError {
  const { from, status } = refusal;
  switch (status) {
    case 401:
      return new AccessDenied(
        asked,
        from === 'backstage' ? 'backstage' : 'credentials',
      );
    case 403:
      return new AccessDenied(
        asked,
        from === 'backstage' ? 'backstage' : 'cluster',
      );
    case 404:
      return notFound(asked, refusal);
    case 409:
      return new Conflict(asked);
    case 410:
      return new Gone(asked);
    case 429:
      return new TooManyRequests(asked, refusal.retryAfterMs);
    case 400:
      return badRequest(asked, refusal);
    default:
      break;
  }
  // Only the cluster's own words prove that it was reached: the kubernetes plugin answers 500 for a cluster
  // that it cannot connect to, load balancers 502 to 504.
  if (status >= 500 && from !== 'cluster') {
    return new ClusterUnreachable(asked, unreachableSince());
  }
  if (status >= 500 && refusal.retryAfterMs !== undefined) {
    return new TooManyRequests(asked, refusal.retryAfterMs);
  }
  return new UpstreamFailure(asked, status);
}

function notFound(asked: AskedFor, refusal: Refusal): KubernetesError {
  if (refusal.from === 'backstage') return new ClusterUnknown(asked.cluster);
  // A kind that is not served is answered with plain text, or with a Status that names no object.
  return refusal.namesObject && asked.name !== undefined
    ? new NotFound(asked)
    : new KindAbsent(asked);
}

function badRequest(asked: AskedFor, refusal: Refusal): KubernetesError {
  if (asked.resource === 'pods/log' && refusal.message !== undefined) {
    const waiting = WAITING.exec(refusal.message);
    if (waiting) return new ContainerWaiting(asked, waiting[1]);
    if (NO_SUCH_LOG.test(refusal.message)) return new NotFound(asked);
  }
  return new UpstreamFailure(asked, refusal.status);
}
