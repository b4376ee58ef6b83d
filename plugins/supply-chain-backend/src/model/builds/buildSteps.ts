import {
  assertNever,
  exitCodeMeaning,
  type StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildObject } from '../objects/BuildObject';
import type { PodObject } from '../objects/PodObject';
import { present } from '../objects/present';
import { isFinished } from './isFinished';
import { millisBetween } from './millisBetween';
import type { NamedState } from './NamedState';
import { stepStates } from './stepStates';

/** Kubernetes' reasons that say no more than the state does. */
const PLAIN_REASONS: ReadonlySet<string> = new Set(['Completed', 'Error']);

/** The steps of a build for people. A build that was refused has none. */
export function buildSteps(
  build: BuildObject,
  pod: PodObject | undefined,
): readonly StepView[] {
  const finished = isFinished(build);
  const began =
    pod !== undefined ||
    build.podName !== undefined ||
    build.stepStates.length > 0 ||
    build.stepsCompleted.length > 0;
  if (finished && !began) return [];
  let failed = false;
  return stepStates(build, pod).map(step => {
    const view = stepView(step, { finished, failed });
    failed ||= view.state === 'failed';
    return view;
  });
}

function stepView(
  { name, state }: NamedState,
  after: { finished: boolean; failed: boolean },
): StepView {
  const notStarted: StepView['state'] = after.failed ? 'not-run' : 'waiting';
  switch (state.kind) {
    case 'absent':
      return {
        name,
        state: after.finished && !after.failed ? 'unknown' : notStarted,
      };
    case 'waiting':
      return present({
        name,
        state: after.finished ? 'not-run' : notStarted,
        reason: after.failed || after.finished ? undefined : state.reason,
      });
    case 'running':
      return present({
        name,
        // The pod went away under it: nobody knows how it ended.
        state: after.finished ? ('unknown' as const) : ('running' as const),
        startedAt: state.startedAt,
      });
    case 'terminated': {
      const { exitCode, reason, startedAt, finishedAt } = state;
      const failure = exitCode !== undefined && exitCode !== 0;
      return present({
        name,
        state: endState(exitCode),
        exitCode,
        meaning: failure
          ? exitCodeMeaning(exitCode, name, reason)?.meaning
          : undefined,
        reason: reason && !PLAIN_REASONS.has(reason) ? reason : undefined,
        startedAt,
        finishedAt,
        durationMs: millisBetween(startedAt, finishedAt),
      });
    }
    default:
      return assertNever(state);
  }
}

function endState(exitCode: number | undefined): StepView['state'] {
  if (exitCode === undefined) return 'unknown';
  return exitCode === 0 ? 'succeeded' : 'failed';
}
