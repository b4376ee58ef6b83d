import type { Surroundings } from '../model/Surroundings';
import type { EventsOfPod } from './views/EventsOfPod';

/** The same surroundings, with the events of some pods, or why they cannot be read. */
export function withEvents<A extends Surroundings>(
  around: A,
  events: readonly EventsOfPod[],
): A {
  if (events.length === 0) return around;
  const problem = events.flatMap(({ read }) => read.problem ?? [])[0];
  return {
    ...around,
    podEvents: (namespace, name) =>
      events.find(
        ({ pod }) => pod.meta.namespace === namespace && pod.meta.name === name,
      )?.read.events ?? [],
    problem: resource =>
      resource === 'events' ? problem : around.problem(resource),
  };
}
