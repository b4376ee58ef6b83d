import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ArchivedLog } from './ArchivedLog';

/**
 * A build with the steps that it had while its pod was there, when a log of a step is kept that it does not know of any
 * more: without the pod, steps are those that kpack plans, and what others put into the pod is not among them.
 */
export function withKeptSteps(
  view: BuildView,
  before: BuildView | undefined,
  kept: readonly Pick<ArchivedLog, 'container'>[],
): BuildView {
  const known = new Map(view.steps.map(step => [step.name, step]));
  if (!before || kept.every(({ container }) => known.has(container))) {
    return view;
  }
  const steps = before.steps.map(step => known.get(step.name) ?? step);
  return { ...view, steps };
}
