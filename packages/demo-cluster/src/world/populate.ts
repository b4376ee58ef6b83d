import { KIND } from '../controllers/kinds.ts';
import type { Recording } from '../recording/Recording.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import { accessObjects } from './accessObjects.ts';
import { loadState } from './loadState.ts';
import { splitClusters } from './splitClusters.ts';
import type { ClusterName } from './splitClusters.ts';
import { timeShift } from '../instants/timeShift.ts';

/** Puts the recorded end into both clusters, as if it ended now, and lets the demo's users in. */
export function populate(
  clusters: Readonly<Record<ClusterName, ClusterState>>,
  recording: Recording,
  now: number,
): void {
  const shift = timeShift(recording.endedAt, now);
  const placed = splitClusters(recording.end);
  const [first] = recording.end
    .filter(
      ({ group, plural }) =>
        group === KIND.workload.group && plural === KIND.workload.plural,
    )
    .flatMap(kind => kind.objects.map(o => o.metadata.namespace));
  for (const name of ['build', 'run'] as const) {
    const objects = placed.filter(p => p.cluster === name);
    loadState(clusters[name], objects, recording.logs, shift);
    for (const { resource, object } of accessObjects(first))
      clusters[name].apply(resource, object);
  }
}
