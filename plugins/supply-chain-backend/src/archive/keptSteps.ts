import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { hasLog } from '../logs/hasLog';
import type { KeptBuild } from './KeptBuilds';

/** Steps of which something is kept, or of which it is known that they wrote nothing. */
export function keptSteps(
  { build, logs }: KeptBuild,
  only: string | undefined,
): readonly StepView[] {
  return build.view.steps.filter(
    step =>
      hasLog(step) &&
      (only === undefined || step.name === only) &&
      logs.some(
        ({ container, bytes, completeness }) =>
          container === step.name &&
          (bytes > 0 || completeness.kind === 'complete'),
      ),
  );
}
