import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { isKubernetesError } from '../clusters/errors/KubernetesError';
import { NodeLogError } from './errors/NodeLogError';

/** Whether reading again may help, by itself and soon. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NodeLogError) return true;
  if (!isKubernetesError(error)) return false;
  switch (error.because) {
    case 'unreachable':
    case 'connection-lost':
    case 'too-many-requests':
    case 'upstream-failure':
    case 'broken-answer':
    case 'cluster-list-failed':
    // The live copy is a moment ahead of the kubelet's word.
    case 'container-waiting':
      return true;
    case 'denied':
    case 'cluster-unknown':
    case 'conflict':
    case 'gone':
    case 'invalid-request':
    case 'kind-absent':
    case 'not-found':
      return false;
    default:
      return assertNever(error);
  }
}
