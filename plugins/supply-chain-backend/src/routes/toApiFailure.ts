import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { ZodError } from 'zod';
import type { ApiErrorCode } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { isKubernetesError } from '../clusters/errors/KubernetesError';
import { ArchiveUnavailable } from '../archive/ArchiveUnavailable';
import { LogsDenied } from '../access/LogsDenied';
import { OwnersUnknown } from '../catalog/OwnersUnknown';
import { TriggerDenied } from '../access/TriggerDenied';
import { LogsGone } from '../logs/errors/LogsGone';
import { LogsWaiting } from '../logs/errors/LogsWaiting';
import { NodeLogError } from '../logs/errors/NodeLogError';
import { TooManyLogs } from '../logs/errors/TooManyLogs';
import { TooManyStreams } from './stream/TooManyStreams';
import { InvalidQuery } from '../service/errors/InvalidQuery';
import { NoClusters } from '../service/errors/NoClusters';
import { NoSuchBuilder } from '../service/errors/NoSuchBuilder';
import { NoSuchObject } from '../service/errors/NoSuchObject';
import { Unavailable } from '../service/errors/Unavailable';
import { NewerBuild } from '../trigger/errors/NewerBuild';
import { NoImageToRebuild } from '../trigger/errors/NoImageToRebuild';
import { RebuildAsked } from '../trigger/errors/RebuildAsked';
import { TooManyTriggers } from '../trigger/errors/TooManyTriggers';
import type { ApiFailure } from './ApiFailure';
import { kubernetesFailure } from './kubernetesFailure';
import { problemFailure } from './problemFailure';

/** Whatever was thrown, as an answer: a stable code, our own words, never what an upstream said. */
export function toApiFailure(error: unknown): ApiFailure {
  if (error instanceof Unavailable) return problemFailure(error);
  if (isKubernetesError(error)) return kubernetesFailure(error);
  if (error instanceof NoSuchObject || error instanceof NoSuchBuilder) {
    return failure(404, 'NotFoundError', 'not-found', error.message);
  }
  if (error instanceof NoClusters) {
    return failure(
      503,
      'ServiceUnavailableError',
      'cluster-unreachable',
      error.message,
    );
  }
  if (error instanceof OwnersUnknown) {
    return failure(
      503,
      'ServiceUnavailableError',
      'catalog-unavailable',
      error.message,
    );
  }
  if (error instanceof LogsDenied || error instanceof TriggerDenied) {
    return failure(403, 'NotAllowedError', 'denied', error.message);
  }
  if (error instanceof LogsWaiting) {
    return failure(409, 'ConflictError', 'logs-waiting', error.message);
  }
  if (error instanceof LogsGone) {
    return failure(404, 'NotFoundError', 'logs-gone', error.message);
  }
  if (error instanceof NewerBuild) {
    return failure(409, 'ConflictError', 'newer-build', error.message);
  }
  if (error instanceof RebuildAsked) {
    return failure(409, 'ConflictError', 'rebuild-asked', error.message);
  }
  if (error instanceof NoImageToRebuild) {
    return failure(409, 'ConflictError', 'no-image', error.message);
  }
  if (error instanceof NodeLogError) {
    return error.isGone
      ? failure(404, 'NotFoundError', 'logs-gone', error.message)
      : failure(503, 'ServiceUnavailableError', 'unreadable', error.message);
  }
  if (
    error instanceof TooManyStreams ||
    error instanceof TooManyTriggers ||
    error instanceof TooManyLogs
  ) {
    return {
      ...failure(
        429,
        'TooManyRequestsError',
        'too-many-requests',
        error.message,
      ),
      retryAfterMs: error.retryAfterMs,
    };
  }
  if (error instanceof ArchiveUnavailable) {
    return failure(
      503,
      'ServiceUnavailableError',
      'archive-unavailable',
      error.message,
    );
  }
  if (error instanceof InvalidQuery) {
    return failure(400, 'InputError', 'invalid-request', error.message);
  }
  if (error instanceof ZodError) {
    return failure(400, 'InputError', 'invalid-request', issues(error));
  }
  // By name: the classes may come from another copy of the package.
  const name = error instanceof Error ? error.name : '';
  if (name === AuthenticationError.name) {
    return failure(401, name, 'unauthenticated', 'Sign in to Backstage again');
  }
  if (name === NotAllowedError.name) {
    return failure(403, name, 'denied', 'Backstage does not allow this');
  }
  return unreadableRequest(error) ?? internal;
}

/** Express and its body parser mark what the client got wrong by a status; their words may quote the request. */
function unreadableRequest(error: unknown): ApiFailure | undefined {
  const status =
    error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) {
    return failure(
      413,
      'InputError',
      'invalid-request',
      'The body is too long',
    );
  }
  if (status === 400 || error instanceof URIError) {
    return failure(
      400,
      'InputError',
      'invalid-request',
      'The path or the body cannot be read: encode path segments, send JSON',
    );
  }
  return undefined;
}

const internal: ApiFailure = {
  ...failure(
    500,
    'InternalError',
    'internal',
    'Something went wrong in the supply-chain plugin: the log of the backend says what',
  ),
  unexpected: true,
};

function failure(
  status: number,
  name: string,
  code: ApiErrorCode,
  message: string,
): ApiFailure {
  return { status, error: { name, message, code } };
}

function issues(error: ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    )
    .join('; ');
}
