import type { ContainerState } from './ContainerState';
import { Fields } from './Fields';
import type { PodContainer, PodObject } from './PodObject';
import { present } from './present';
import { readConditions } from './readConditions';
import { readContainerState } from './readContainerState';
import { readObjectMeta } from './readObjectMeta';
import { MESSAGE_MAX } from './messageMax';

/** Core Pod of a build. Throws `Unreadable`. */
export function readPod(raw: unknown): PodObject {
  const pod = new Fields(raw);
  const status = pod.object('status');
  return present({
    meta: readObjectMeta(raw, 'namespaced'),
    phase: status.text('phase'),
    reason: status.text('reason'),
    message: status.text('message', MESSAGE_MAX),
    conditions: readConditions(status),
    containers: [
      ...readContainers(pod, 'initContainers', 'initContainerStatuses', true),
      ...readContainers(pod, 'containers', 'containerStatuses', false),
    ],
  });
}

/** The kubelet sorts statuses by name, so the order is the spec's; statuses that the spec does not know come last. */
function readContainers(
  pod: Fields,
  specKey: string,
  statusKey: string,
  init: boolean,
): readonly PodContainer[] {
  const states = new Map<string, ContainerState>();
  for (const status of pod.object('status').list(statusKey)) {
    const name = status.text('name');
    if (name) states.set(name, readContainerState(status.object('state')));
  }
  const names = new Set([
    ...pod
      .object('spec')
      .list(specKey)
      .flatMap(container => container.text('name') ?? []),
    ...states.keys(),
  ]);
  return [...names].map(name => ({
    name,
    init,
    state: states.get(name) ?? { kind: 'absent' },
  }));
}
