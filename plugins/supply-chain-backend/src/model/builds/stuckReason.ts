import type { BuildObject } from '../objects/BuildObject';
import type { EventObject } from '../objects/EventObject';
import type { PodObject } from '../objects/PodObject';
import { plainMessage } from '../words/plainMessage';
import { stepStates } from './stepStates';
import { succeededCondition } from './succeededCondition';

/** Reasons of a waiting container that do not pass by themselves, in words (kubelet pkg/kubelet/images, container). */
const WAITING: ReadonlyMap<string, string> = new Map([
  ['ImagePullBackOff', 'the image cannot be pulled'],
  ['ErrImagePull', 'the image cannot be pulled'],
  ['ErrImageNeverPull', 'the image is not on the node and may not be pulled'],
  ['InvalidImageName', 'the image has no valid name'],
  ['CreateContainerConfigError', 'the container cannot be configured'],
  ['CreateContainerError', 'the container cannot be created'],
  ['RunContainerError', 'the container cannot be started'],
  ['CrashLoopBackOff', 'the container ends again and again'],
]);

/** Reasons of a pod's events that keep its first container from starting. */
const EVENTS: ReadonlyMap<string, string> = new Map([
  ['FailedMount', 'a volume cannot be mounted'],
  ['FailedAttachVolume', 'a volume cannot be attached'],
  ['FailedCreatePodSandBox', 'the pod cannot be set up on its node'],
]);

/** Events that come after those: what kept it is over. */
const GOES_ON: ReadonlySet<string> = new Set([
  'SuccessfulAttachVolume',
  'Pulling',
  'Pulled',
  'Created',
  'Started',
]);

export type Stuck = { readonly reason: string; readonly says: string };

/** Why a build will not go on by itself; undefined while it may. */
export function stuckReason(
  build: BuildObject,
  pod: PodObject | undefined,
  events: readonly EventObject[],
): Stuck | undefined {
  const steps = stepStates(build, pod);
  for (const { name, state } of steps) {
    if (state.kind !== 'waiting' || !state.reason) continue;
    const words = WAITING.get(state.reason);
    if (words)
      return {
        reason: state.reason,
        says: sentence(`step ${name}: ${words}`, state.message),
      };
  }
  const condition = succeededCondition(build);
  const words = WAITING.get(condition?.reason ?? '');
  if (condition?.reason && words && !pod)
    return {
      reason: condition.reason,
      says: sentence(words, condition.message),
    };

  const started = steps.some(
    ({ state }) => state.kind === 'running' || state.kind === 'terminated',
  );
  if (started) return undefined;
  const event = lastTelling(events);
  const says = event && EVENTS.get(event.reason);
  return event && says !== undefined
    ? { reason: event.reason, says: sentence(says, event.message) }
    : undefined;
}

/** The newest event that tells whether the pod goes on; of two of one second the later one in the list. */
function lastTelling(events: readonly EventObject[]): EventObject | undefined {
  let last: EventObject | undefined;
  for (const each of events)
    if (
      (EVENTS.has(each.reason) || GOES_ON.has(each.reason)) &&
      (last === undefined || time(each) >= time(last))
    )
      last = each;
  return last;
}

function time(event: EventObject): number {
  return event.at === undefined ? 0 : Date.parse(event.at);
}

function sentence(words: string, message: string | undefined): string {
  const more = plainMessage(message);
  return more && !/^Container \S+ waiting$/.test(more)
    ? `${words}: ${more}`
    : words;
}
