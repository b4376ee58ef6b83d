import { StatusError } from '../http/StatusError.ts';
import { isRecord, records } from '../records.ts';
import type { KubeObject } from '../state/KubeObject.ts';

const STATUSES = [
  'containerStatuses',
  'initContainerStatuses',
  'ephemeralContainerStatuses',
] as const;

/** `unscheduled`: no node has the pod yet, its log is empty. */
export type ContainerLogState = 'unscheduled' | 'running' | 'terminated';

/** Whether there is a log to read, by the pod's status; a port of the kubelet's validateContainerLogStatus with its words. */
export function containerLogState(
  pod: KubeObject,
  container: string,
  previous: boolean,
): ContainerLogState {
  const status = isRecord(pod.status) ? pod.status : {};
  const spec = isRecord(pod.spec) ? pod.spec : {};
  if (!spec.nodeName) return 'unscheduled';
  const where = `container "${container}" in pod "${pod.metadata.name}"`;
  const own = STATUSES.flatMap(list => records(status[list])).find(
    s => s.name === container,
  );
  if (!own) throw StatusError.badRequest(`${where} is not available`);
  const state = isRecord(own.state) ? own.state : {};
  const last = isRecord(own.lastState) ? own.lastState.terminated : undefined;
  const lastRan = isRecord(last) && Boolean(last.containerID);
  if (previous) {
    if (lastRan) return 'terminated';
    throw StatusError.badRequest(`previous terminated ${where} not found`);
  }
  if (isRecord(state.running)) return 'running';
  if (isRecord(state.terminated)) {
    if (state.terminated.containerID || lastRan) return 'terminated';
    throw StatusError.badRequest(`${where} is terminated`);
  }
  if (isRecord(last)) {
    if (lastRan) return 'terminated';
    throw StatusError.badRequest(`${where} is terminated`);
  }
  if (!isRecord(state.waiting))
    throw StatusError.badRequest(`${where} is waiting to start - no logs yet`);
  switch (state.waiting.reason) {
    case 'ErrImagePull':
      throw StatusError.badRequest(
        `${where} is waiting to start: image can't be pulled`,
      );
    case 'ImagePullBackOff':
      throw StatusError.badRequest(
        `${where} is waiting to start: trying and failing to pull image`,
      );
    default:
      throw StatusError.badRequest(
        `${where} is waiting to start: ${String(state.waiting.reason ?? '')}`,
      );
  }
}
