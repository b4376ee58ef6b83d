import type {
  BuildView,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { isOver } from '../logs/isOver';

/** A build as the last that was seen of it, when nothing more will come: what had not ended nobody knows the end of. */
export function viewAtEnd(view: BuildView): BuildView {
  const pod = view.pod && { ...view.pod, present: false };
  if (isOver(view)) return { ...view, pod, problems: [] };
  return {
    ...view,
    phase: { kind: 'unknown', says: 'it was deleted before it had ended' },
    steps: view.steps.map(stepAtEnd),
    pod,
    problems: [],
  };
}

function stepAtEnd(step: StepView): StepView {
  switch (step.state) {
    case 'waiting':
      return { ...step, state: 'not-run' };
    case 'running':
      return { ...step, state: 'unknown' };
    default:
      return step;
  }
}
