import type { RealizedResource } from '../../model/objects/OwnerStatus';
import type { WorkloadObject } from '../../model/objects/WorkloadObject';
import type { StampedQuery } from '../../model/StampedQuery';
import { labelsAre } from '../labelsAre';
import { resourceOf } from '../resourceOf';

const TASK_RUNS = { group: 'tekton.dev', version: 'v1', plural: 'taskruns' };

/** The question that finds the TaskRuns of a stage (`runsBehind.ts` asks the same one); undefined where it has none. */
export function taskRunQuery(
  stage: RealizedResource,
  workload: WorkloadObject,
): Pick<StampedQuery, 'resource' | 'labelSelector'> | undefined {
  const ref = stage.stampedRef;
  if (!ref) return undefined;
  const labelSelector =
    ref.kind === 'Runnable'
      ? labelsAre({ 'carto.run/runnable-name': ref.name })
      : labelsAre({
          'carto.run/workload-name': workload.meta.name,
          'carto.run/resource-name': stage.name,
        });
  const resource =
    ref.kind === 'TaskRun'
      ? { ...TASK_RUNS, version: resourceOf(ref).version }
      : TASK_RUNS;
  return labelSelector === undefined ? undefined : { resource, labelSelector };
}
