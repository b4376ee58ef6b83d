import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { hasLog } from '../logs/hasLog';
import { isKept } from './isKept';
import type { KeptBuild } from './KeptBuild';

/** Steps of which something is kept, or of which it is known that they wrote nothing. */
export function keptSteps(
  { build, logs }: KeptBuild,
  only: string | undefined,
): readonly StepView[] {
  return build.view.steps.filter(
    step =>
      hasLog(step) &&
      (only === undefined || step.name === only) &&
      isKept(logs, step.name),
  );
}
