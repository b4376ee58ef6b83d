import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { PodObject } from '../model/objects/PodObject';
import type { ContainerStates } from './ContainerStates';
import type { LogTarget } from './LogTarget';

/** What a pod of this name says of a container. */
export function stateInPod(
  pod: PodObject,
  { uid, container }: Pick<LogTarget, 'uid' | 'container'>,
): ReturnType<ContainerStates['of']> {
  if (uid && pod.meta.uid && pod.meta.uid !== uid) return 'gone';
  const state = pod.containers.find(each => each.name === container)?.state;
  if (!state) return 'unknown';
  switch (state.kind) {
    case 'terminated':
      return 'ended';
    case 'running':
    case 'waiting':
      return state.kind;
    case 'absent':
      return 'unknown';
    default:
      return assertNever(state);
  }
}
