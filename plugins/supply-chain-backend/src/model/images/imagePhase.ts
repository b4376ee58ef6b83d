import type { WorkloadPhase } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ImageFacts } from '../builders/ImageFacts';

/** The phase that the row of an Image has, from what is kept of it: so that a list is filtered and sorted without deriving every row. */
export function imagePhase({ ready, newest }: ImageFacts): WorkloadPhase {
  if (ready?.status === 'False' && ready.reason?.startsWith('BuilderNot')) {
    return 'misconfigured';
  }
  if (!newest) {
    if (!ready) return 'waiting';
    if (ready.status === 'True') return 'ready';
    return ready.status === 'False' ? 'failed' : 'running';
  }
  switch (newest.phase.kind) {
    case 'queued':
    case 'running':
    case 'finishing':
      return 'running';
    case 'stuck':
    case 'failed':
    case 'rejected':
      return 'failed';
    case 'succeeded':
    case 'unknown':
      return 'ready';
    default:
      return assertNever(newest.phase);
  }
}
