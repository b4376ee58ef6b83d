import {
  assertNever,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Whether a build will not go on: no step of it starts any more. */
export function isOver({ phase }: BuildView): boolean {
  switch (phase.kind) {
    case 'succeeded':
    case 'failed':
    case 'rejected':
      return true;
    case 'queued':
    case 'running':
    case 'finishing':
    case 'stuck':
    case 'unknown':
      return false;
    default:
      return assertNever(phase);
  }
}
