import type {
  StageRunView,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ContainerStates } from '../ContainerStates';
import { hasEnded } from './loggedRun';
import type { RunPod } from './RunPod';
import type { RunRef } from './RunRef';
import type { RunTask } from './RunTask';
import type { ReadObject } from './StampedRuns';
import { stepContainers } from './stepContainers';

/** A TaskRun with its steps as they are now: its pod knows sooner than Tekton writes it down that a container has begun. */
export function taskOf(options: {
  readonly ref: RunRef;
  readonly task: ReadObject;
  readonly run: StageRunView;
  readonly pod: RunPod;
  /** Put before the names of steps: those of several tasks may be the same. */
  readonly before: string;
  readonly states: Pick<ContainerStates, 'of'>;
}): RunTask {
  const { before, pod, ref, run, states, task } = options;
  const { cluster, namespace } = ref;
  const ended = hasEnded(run.phase);
  const containers = stepContainers(task.raw);
  const begun = (container: string) => {
    if (pod.state !== 'there') return false;
    const target = { cluster, namespace, pod: pod.name, container };
    const state = states.of({ ...target, uid: undefined });
    return state === 'running' || state === 'ended';
  };
  const now = (view: StepView, container: string): StepView['state'] => {
    if (view.state !== 'waiting') return view.state;
    if (ended) return 'not-run';
    return begun(container) ? 'running' : 'waiting';
  };
  const steps = run.tasks.flatMap(each => each.steps);
  return {
    ...{ ended, pod },
    steps: steps.map(view => {
      const container = containers.get(view.name) ?? `step-${view.name}`;
      const state = now(view, container);
      return {
        view: { ...view, name: `${before}${view.name}`, state },
        container,
      };
    }),
  };
}
