import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Unavailable } from '../service/errors/Unavailable';
import type { ApiFailure } from './ApiFailure';

/** A page that was told "loading" asks again after this. */
const LOADING_AGAIN_MS = 1_000;

/** What cannot be read now, as an answer. */
export function problemFailure({ problem, message }: Unavailable): ApiFailure {
  const { cluster } = problem;
  switch (problem.because) {
    case 'denied': {
      const { verb, resource, namespace } = problem;
      return {
        status: 403,
        error: {
          name: 'NotAllowedError',
          message,
          code: 'cluster-denied',
          cluster,
          verb,
          resource,
          ...(namespace ? { namespace } : {}),
          ...(problem.as ? { as: problem.as } : {}),
        },
      };
    }
    case 'sign-in':
      // Not 401: that is for Backstage's own token, and gateways answer it with a sign-in of theirs.
      return {
        status: 403,
        error: {
          name: 'NotAllowedError',
          message,
          code: 'cluster-sign-in',
          cluster,
        },
      };
    case 'unreachable':
      return {
        status: 503,
        error: {
          name: 'ServiceUnavailableError',
          message,
          code: 'cluster-unreachable',
          cluster,
        },
      };
    case 'loading':
      return {
        status: 503,
        retryAfterMs: LOADING_AGAIN_MS,
        error: {
          name: 'ServiceUnavailableError',
          message,
          code: 'cluster-loading',
          cluster,
        },
      };
    case 'absent':
      return {
        status: 404,
        error: {
          name: 'NotFoundError',
          message,
          code: 'kind-absent',
          cluster,
          resource: problem.resource,
        },
      };
    case 'unreadable':
      return {
        status: 422,
        error: {
          name: 'UnreadableError',
          message,
          code: 'unreadable',
          cluster,
          resource: problem.resource,
          ...(problem.namespace ? { namespace: problem.namespace } : {}),
        },
      };
    default:
      return assertNever(problem);
  }
}
