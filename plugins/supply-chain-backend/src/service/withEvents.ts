import type { PodObject } from '../model/objects/PodObject';
import type { Surroundings } from '../model/Surroundings';
import type { PodEvents } from './PodEvents';
import type { Sight } from './Sight';

/** The same surroundings, with the events of these pods, or why they cannot be read. */
export async function withEvents(
  around: Surroundings,
  pods: readonly PodObject[],
  podEvents: PodEvents,
  as: Pick<Sight, 'signal' | 'personal'>,
): Promise<Surroundings> {
  if (pods.length === 0) return around;
  const source = as.personal?.source(around.cluster);
  const reads = await Promise.all(
    pods.map(async pod => ({
      pod: pod.meta,
      ...(await podEvents.read(around.cluster, pod, as.signal, source)),
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
