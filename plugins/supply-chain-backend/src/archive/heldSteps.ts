import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { hasLog } from '../logs/hasLog';
import { isKept } from './isKept';
import type { KeptBuild } from './KeptBuild';

/** Of the steps that are still to be told those that can be out of the archive: none behind one of which it has nothing. */
export function heldSteps(
  { logs }: Pick<KeptBuild, 'logs'>,
  left: readonly StepView[],
): readonly StepView[] {
  const missing = left.findIndex(({ name }) => !isKept(logs, name));
  // What is kept of it has been written, whatever was last heard of the step.
  return (missing < 0 ? left : left.slice(0, missing)).map(step =>
    hasLog(step) ? step : { ...step, state: 'unknown' },
  );
}
