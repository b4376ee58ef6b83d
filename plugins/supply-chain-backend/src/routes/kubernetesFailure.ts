import {
  assertNever,
  type ApiError,
  type ApiErrorCode,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { AskedFor } from '../clusters/errors/AskedFor';
import type { KubernetesError } from '../clusters/errors/KubernetesError';
import type { ApiFailure } from './ApiFailure';

/** What went wrong between us and a cluster, as an answer. The messages are our own; nothing of what a cluster said is in them. */
export function kubernetesFailure(error: KubernetesError): ApiFailure {
  const { message } = error;
  const failure = (
    status: number,
    name: string,
    code: ApiErrorCode,
    asked?: AskedFor,
  ): ApiFailure => ({
    status,
    error: { name, message, code, ...where(asked) },
  });
  switch (error.because) {
    case 'denied':
      return failure(
        403,
        'NotAllowedError',
        error.by === 'token' ? 'cluster-sign-in' : 'cluster-denied',
        error.asked,
      );
    case 'unreachable':
    case 'connection-lost':
      return failure(
        503,
        'ServiceUnavailableError',
        'cluster-unreachable',
        error.asked,
      );
    case 'cluster-list-failed':
      return failure(503, 'ServiceUnavailableError', 'cluster-unreachable');
    case 'cluster-unknown':
      return failure(404, 'NotFoundError', 'not-found');
    case 'not-found':
      return failure(404, 'NotFoundError', 'not-found', error.asked);
    case 'kind-absent':
      return failure(404, 'NotFoundError', 'kind-absent', error.asked);
    case 'container-waiting':
      return failure(409, 'ConflictError', 'logs-waiting', error.asked);
    case 'conflict':
      return failure(409, 'ConflictError', 'conflict', error.asked);
    case 'too-many-requests':
      return {
        ...failure(
          429,
          'TooManyRequestsError',
          'too-many-requests',
          error.asked,
        ),
        retryAfterMs: error.retryAfterMs,
      };
    case 'invalid-request':
      return failure(400, 'InputError', 'invalid-request');
    case 'gone':
    case 'broken-answer':
    case 'upstream-failure':
      return failure(502, 'UpstreamError', 'internal', error.asked);
    default:
      return assertNever(error);
  }
}

function where(asked: AskedFor | undefined): Partial<ApiError> {
  if (!asked) return {};
  const { cluster, verb, resource, namespace } = asked;
  return { cluster, verb, resource, ...(namespace ? { namespace } : {}) };
}
