import type { PodObject } from '../model/objects/PodObject';
import type { Surroundings } from '../model/Surroundings';
import type { PodEvents } from './PodEvents';

/** The same surroundings, with the events of these pods, or why they cannot be read. */
export async function withEvents(
  around: Surroundings,
  pods: readonly PodObject[],
  podEvents: PodEvents,
  signal: AbortSignal,
): Promise<Surroundings> {
  if (pods.length === 0) return around;
  const reads = await Promise.all(
    pods.map(async pod => ({
      pod: pod.meta,
      ...(await podEvents.read(around.cluster, pod, signal)),
    })),
  );
  const problem = reads.flatMap(each => each.problem ?? [])[0];
  return {
    ...around,
    podEvents: (namespace, name) =>
      reads.find(
        each => each.pod.namespace === namespace && each.pod.name === name,
      )?.events ?? [],
    problem: resource =>
      resource === 'events' ? problem : around.problem(resource),
  };
}
