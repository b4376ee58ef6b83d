import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/**
 * The step to show: the one asked for; else the one that failed; else the one that runs, so that the page follows a
 * build from step to step; else the last that ran; of a build that is done the one with most to tell: `build`, where buildpacks
 * print, or the one that took longest.
 */
export function chooseStep(
  steps: readonly StepView[],
  asked: string | undefined,
): StepView | undefined {
  const ran = steps.filter(step => step.state === 'succeeded');
  return (
    steps.find(step => step.name === asked) ??
    steps.find(step => step.state === 'failed') ??
    steps.find(step => step.state === 'running') ??
    (ran.length === steps.length
      ? ran.find(step => step.name === 'build') ?? longest(ran)
      : ran[ran.length - 1]) ??
    steps[0]
  );
}

function longest(steps: readonly StepView[]): StepView | undefined {
  const [first, ...others] = steps;
  return others.reduce(
    (most, step) =>
      (step.durationMs ?? 0) >= (most?.durationMs ?? 0) ? step : most,
    first,
  );
}
