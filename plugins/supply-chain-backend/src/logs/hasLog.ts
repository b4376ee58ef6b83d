import {
  assertNever,
  type StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Whether the container of a step has begun, so that it can have written something. */
export function hasLog({ state }: StepView): boolean {
  switch (state) {
    case 'running':
    case 'succeeded':
    case 'failed':
    // Nobody knows how it ended; it may have written before.
    case 'unknown':
      return true;
    case 'waiting':
    case 'not-run':
      return false;
    default:
      return assertNever(state);
  }
}
