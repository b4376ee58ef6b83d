import { StatusError } from '../http/StatusError.ts';
import { isRecord, records } from '../records.ts';
import type { KubeObject } from '../state/KubeObject.ts';

const LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;

/**
 * Which container's log is meant (registry/core/pod, LogLocation): the one that is named, or the
 * only ordinary one. Init containers do not count, they must be named.
 */
export function chooseContainer(pod: KubeObject, asked: string): string {
  const spec = isRecord(pod.spec) ? pod.spec : {};
  const namesIn = (list: (typeof LISTS)[number]) =>
    records(spec[list]).map(container => String(container.name));
  const { name } = pod.metadata;
  if (asked) {
    if (LISTS.some(list => namesIn(list).includes(asked))) return asked;
    throw StatusError.badRequest(
      `container ${asked} is not valid for pod ${name}`,
    );
  }
  const ordinary = namesIn('containers');
  const [only] = ordinary;
  if (only !== undefined && ordinary.length === 1) return only;
  let message = `a container name must be specified for pod ${name}`;
  if (only !== undefined) {
    message += `, choose one of: [${[
      ...namesIn('initContainers'),
      ...ordinary,
    ].join(' ')}]`;
  }
  throw StatusError.badRequest(message);
}
