import type {
  Problem,
  StageRunView,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { NoSuchObject } from '../../service/errors/NoSuchObject';
import { Unavailable } from '../../service/errors/Unavailable';
import { LogsGone } from '../errors/LogsGone';
import { LogsWaiting } from '../errors/LogsWaiting';
import { hasLog } from '../hasLog';
import type { LoggedSteps } from '../LoggedSteps';
import type { RunPod } from './RunPod';
import type { RunRef } from './RunRef';
import type { RunTask } from './RunTask';

/** A run: the steps of its tasks, each in the pod of its task. */
export function loggedRun(
  ref: RunRef,
  phase: StageRunView['phase'],
  tasks: readonly RunTask[],
): LoggedSteps {
  const byStep = new Map(
    tasks.flatMap(task =>
      task.steps.map(each => [each.view.name, { task, each }]),
    ),
  );
  const problem = tasks.map(({ pod }) => problemOf(pod)).find(isThere);
  const ended = hasEnded(phase);
  const steps = [...byStep.values()].map(({ each }) => each.view);
  return {
    steps,
    // Tasks of a PipelineRun come to be one after the other.
    all: ref.resource.startsWith('taskruns.') || ended,
    // What a pod that is still being read has written is not known to be all.
    over: ended && problem?.because !== 'loading',
    target: step => {
      const found = byStep.get(step);
      if (!found) return 'later';
      const { pod } = found.task;
      if (pod.state === 'there') {
        return { pod: pod.name, container: found.each.container };
      }
      return pod.state === 'gone' && found.task.ended ? 'gone' : 'later';
    },
    nothing: step => {
      const asked = steps.filter(
        each => step === undefined || each.name === step,
      );
      return nothingOf(ref, step, { asked, ended, problem });
    },
  };
}

export function hasEnded(phase: StageRunView['phase']): boolean {
  return phase === 'succeeded' || phase === 'failed' || phase === 'cancelled';
}

function problemOf(pod: RunPod): Problem | undefined {
  return pod.state === 'unknown' ? pod.problem : undefined;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function nothingOf(
  ref: RunRef,
  step: string | undefined,
  run: {
    readonly asked: readonly StepView[];
    readonly ended: boolean;
    readonly problem: Problem | undefined;
  },
): Error {
  if (run.problem) return new Unavailable(run.problem);
  if (!run.ended) return new LogsWaiting(ref, step, 'run');
  if (run.asked.some(hasLog)) return new LogsGone(ref, 'run');
  return new NoSuchObject(
    step === undefined
      ? 'Log of run, of which no step ran,'
      : `Log of step ${step}, which did not run, of run`,
    ref,
  );
}
