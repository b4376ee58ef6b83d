import { unexplainedPod } from './builds/unexplainedPod';
import type { PodObject } from './objects/PodObject';
import type { WorkloadObject } from './objects/WorkloadObject';
import { imageBehind } from './stages/imageBehind';
import type { Surroundings } from './Surroundings';

/** Pods of the newest builds behind a workload's stages whose events are worth reading before its views are derived. */
export function unexplainedPods(
  workload: WorkloadObject,
  around: Surroundings,
): readonly PodObject[] {
  return workload.status.resources.flatMap(stage => {
    const newest = imageBehind(stage, workload.meta.namespace, around)?.newest;
    return (newest && unexplainedPod(newest, around)) ?? [];
  });
}
