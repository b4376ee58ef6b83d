import type { RecordedLog } from '../recording/Recording.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import { moveInstant } from '../instants/moveInstant.ts';
import type { TimeShift } from '../instants/moveInstant.ts';
import { moveInstants } from '../instants/moveInstants.ts';
import { parseLog } from '../recording/parseLog.ts';
import type { Placed } from './splitClusters.ts';

const PODS = { group: '', plural: 'pods' };

/** Fills a cluster with what stood at the end of a recording, all instants moved by one shift. */
export function loadState(
  state: ClusterState,
  objects: readonly Placed[],
  logs: readonly RecordedLog[],
  shift: TimeShift,
): void {
  for (const { resource, object } of objects)
    state.apply(resource, moveInstants(object, shift));
  for (const { namespace, pod, container, bytes, refusal } of logs) {
    if (!state.get(PODS, namespace, pod)) continue;
    if (bytes === undefined) {
      state.logs.refuse(namespace, pod, container, refusal);
      continue;
    }
    for (const line of parseLog(bytes))
      state.logs.append(namespace, pod, container, {
        ...line,
        at: moveInstant(line.at, shift),
      });
    state.logs.end(namespace, pod, container);
  }
}
