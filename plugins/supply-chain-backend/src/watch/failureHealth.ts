import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type {
  KindHealth,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { DeniedBy } from '../clusters/errors/AccessDenied';
import { isKubernetesError } from '../clusters/errors/KubernetesError';

export interface FailureHealth {
  readonly state: KindHealth['state'];
  readonly problem: Problem;
  /** Milliseconds since the epoch, when it began before now. */
  readonly since?: number | undefined;
  /** How to go on: `soon` with backoff; `rarely` because only a person can change it. */
  readonly again: 'soon' | 'denied' | 'absent';
  /** What is held may no longer be shown, or is known to be gone. */
  readonly drop: boolean;
  /** As the cluster asked. */
  readonly notBeforeMs?: number | undefined;
}

const DENIED_SAYS: Record<DeniedBy, string | undefined> = {
  cluster: undefined,
  credentials:
    'the cluster does not accept the credentials that the kubernetes plugin has for it',
  token: 'the cluster does not accept the token of the person who asks',
  backstage:
    'the kubernetes plugin refuses this plugin: allow it the permission kubernetes.proxy',
};

/** What a failed list or watch means for the copy of a kind. */
export function failureHealth(
  error: unknown,
  where: {
    readonly cluster: string;
    readonly resource: string;
    /** Whether there is something old to show. */
    readonly everSeen: boolean;
    readonly now: number;
  },
): FailureHealth {
  const { cluster, resource, now } = where;
  const failing = (says: string): FailureHealth => ({
    state: where.everSeen ? 'stale' : 'down',
    problem: {
      because: 'unreachable',
      cluster,
      since: new Date(now).toISOString(),
      resource,
      says,
    },
    again: 'soon',
    drop: false,
  });
  if (!isKubernetesError(error))
    return failing('this plugin failed to read it');
  switch (error.because) {
    case 'denied': {
      const says = DENIED_SAYS[error.by];
      const { verb, namespace } = error.asked;
      return {
        state: 'denied',
        problem: {
          because: 'denied',
          cluster,
          verb,
          resource,
          ...(namespace === undefined ? {} : { namespace }),
          ...(says === undefined ? {} : { says }),
        },
        again: 'denied',
        // A refused watch leaves the list, which is still allowed and goes on being asked. Credentials that are no longer
        // accepted say nothing about rights: they are about to be renewed, and a page that is blank until then helps nobody.
        drop: verb === 'list' && error.by !== 'credentials',
      };
    }
    case 'kind-absent':
    case 'not-found':
      return {
        state: 'absent',
        problem: { because: 'absent', cluster, resource },
        again: 'absent',
        drop: true,
      };
    case 'unreachable':
      return {
        state: 'down',
        problem: {
          because: 'unreachable',
          cluster,
          since: error.since.toISOString(),
          resource,
        },
        since: error.since.getTime(),
        again: 'soon',
        drop: false,
      };
    case 'connection-lost':
      return failing('the connection breaks while the cluster answers');
    case 'too-many-requests':
      return {
        ...failing('the cluster asks to wait before the next question'),
        notBeforeMs: error.retryAfterMs,
      };
    case 'upstream-failure':
    case 'conflict':
    case 'container-waiting':
      return failing(
        error.because === 'upstream-failure'
          ? `the cluster answers with status ${error.status}`
          : 'the cluster answers with an error',
      );
    case 'gone':
      return failing('the cluster forgets a list before it was read whole');
    case 'broken-answer':
      return failing('the answer of the cluster cannot be read');
    case 'cluster-unknown':
    case 'cluster-list-failed':
      return failing('the kubernetes plugin does not know this cluster now');
    case 'invalid-request':
      return {
        ...failing(`its ${error.part} is not one that can be asked for`),
        again: 'absent',
      };
    default:
      return assertNever(error);
  }
}
