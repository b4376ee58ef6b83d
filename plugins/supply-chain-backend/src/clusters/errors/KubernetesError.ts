import { AccessDenied } from './AccessDenied';
import { BrokenAnswer } from './BrokenAnswer';
import { ClusterListFailed } from './ClusterListFailed';
import { ClusterUnknown } from './ClusterUnknown';
import { ClusterUnreachable } from './ClusterUnreachable';
import { Conflict } from './Conflict';
import { ConnectionLost } from './ConnectionLost';
import { ContainerWaiting } from './ContainerWaiting';
import { Gone } from './Gone';
import { InvalidRequest } from './InvalidRequest';
import { KindAbsent } from './KindAbsent';
import { NotFound } from './NotFound';
import { TooManyRequests } from './TooManyRequests';
import { UpstreamFailure } from './UpstreamFailure';

/** Everything `KubernetesApi` throws besides an abort; told apart by `because`. */
export type KubernetesError =
  | AccessDenied
  | BrokenAnswer
  | ClusterListFailed
  | ClusterUnknown
  | ClusterUnreachable
  | Conflict
  | ConnectionLost
  | ContainerWaiting
  | Gone
  | InvalidRequest
  | KindAbsent
  | NotFound
  | TooManyRequests
  | UpstreamFailure;

const TYPES = [
  AccessDenied,
  BrokenAnswer,
  ClusterListFailed,
  ClusterUnknown,
  ClusterUnreachable,
  Conflict,
  ConnectionLost,
  ContainerWaiting,
  Gone,
  InvalidRequest,
  KindAbsent,
  NotFound,
  TooManyRequests,
  UpstreamFailure,
] as const;

/** Whether it is one of ours, so that a `switch` over `because` is exhaustive. */
export function isKubernetesError(error: unknown): error is KubernetesError {
  return TYPES.some(type => error instanceof type);
}
