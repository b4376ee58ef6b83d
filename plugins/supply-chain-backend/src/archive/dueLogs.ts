import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ContainerStates } from '../logs/ContainerStates';
import { hasLog } from '../logs/hasLog';
import type { ArchivedLog } from './ArchivedLog';
import type { AtHand } from './AtHand';

/** A log that is to be archived now. */
export interface DueLog {
  /** As it is archived: the step. */
  readonly container: string;
  /** As the pod calls it. */
  readonly inPod: string;
  /**
   * `whole`: its container has ended. `follow`: its pod is being deleted under it, and its last lines are still to come.
   * `missed`: its pod is gone.
   */
  readonly how: 'whole' | 'follow' | 'missed';
}

/** Which logs of a build to archive now, given those that are kept. */
export function dueLogs(
  build: Pick<
    AtHand,
    'cluster' | 'namespace' | 'pod' | 'containerOf' | 'isOver'
  > & { readonly view: Pick<AtHand['view'], 'steps'> },
  kept: readonly Pick<ArchivedLog, 'container' | 'podUid' | 'completeness'>[],
  states: Pick<ContainerStates, 'of'>,
): readonly DueLog[] {
  const { cluster, namespace, pod, isOver, containerOf } = build;
  const due = ({ name: container }: StepView): readonly DueLog[] => {
    const inPod = containerOf(container);
    const log = { container, inPod };
    const before = kept.find(each => each.container === container);
    // What stands is all there is when the pod is gone, and when it is the whole log of this pod.
    if (!pod) return isOver && !before ? [{ ...log, how: 'missed' }] : [];
    if (before && before.podUid === pod.uid && isFinal(before)) return [];
    const target = {
      cluster,
      namespace,
      pod: pod.name,
      uid: pod.uid,
      container: inPod,
    };
    switch (states.of(target)) {
      case 'ended':
        return [{ ...log, how: 'whole' }];
      case 'running':
        return pod.isDeleting ? [{ ...log, how: 'follow' }] : [];
      // The pod says nothing of it, and never will: what can be read is read.
      case 'unknown':
        return isOver ? [{ ...log, how: 'whole' }] : [];
      case 'waiting':
      case 'gone':
        return [];
      default:
        return [];
    }
  };
  return build.view.steps.filter(hasLog).flatMap(due);
}

/** Asking Kubernetes again brings nothing more. */
function isFinal({ completeness }: Pick<ArchivedLog, 'completeness'>): boolean {
  if (completeness.kind === 'complete') return true;
  switch (completeness.because) {
    case 'too-long':
    case 'unreadable':
      return true;
    default:
      return false;
  }
}
