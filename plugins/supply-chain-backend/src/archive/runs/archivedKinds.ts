import { stepContainers } from '../../logs/runs/stepContainers';
import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import type { PodObject } from '../../model/objects/PodObject';
import { readObjectMeta } from '../../model/objects/readObjectMeta';
import { readPod } from '../../model/objects/readPod';
import { shaped } from '../../service/shaped';
import { readTaskRun } from '../../stages/runs/readTaskRun';
import type { WatchedKind } from '../../watch/WatchedKind';
import type { RunObject } from './RunObject';

const TEKTON = { group: 'tekton.dev', version: 'v1' };

/** Cartographer puts it on what it stamps, a Runnable and Tekton hand it on. */
const OF_WORKLOAD = 'carto.run/workload-name';
/** Tekton puts it on the pod of a TaskRun. */
const TASK_RUN = 'tekton.dev/taskRun';

const taskRun: WatchedKind<RunObject> = {
  resource: { ...TEKTON, plural: 'taskruns' },
  kind: 'TaskRun',
  namespaced: true,
  labelSelector: OF_WORKLOAD,
  read: shaped(raw => {
    const meta = readObjectMeta(raw, 'namespaced');
    return {
      meta,
      // What a run gave is shown where the run is, and is none of the archive's.
      view: { ...readTaskRun(raw, meta), outputs: [] },
      containers: Object.fromEntries(stepContainers(raw)),
    };
  }),
  indexes: {},
};

const pod: WatchedKind<PodObject> = {
  resource: { group: '', version: 'v1', plural: 'pods' },
  kind: 'Pod',
  namespaced: true,
  labelSelector: `${TASK_RUN},${OF_WORKLOAD}`,
  read: shaped(readPod),
  indexes: {
    run: ({ meta }) => {
      const name = meta.labels[TASK_RUN];
      return name ? [`${meta.namespace}/${name}`] : [];
    },
  },
};

/** Of what stands between a run and its workload nothing is wanted but who owns it. */
const owner = (
  resource: WatchedKind<unknown>['resource'],
  kind: string,
): WatchedKind<{ readonly meta: ObjectMeta }> => ({
  ...{ resource, kind, namespaced: true, labelSelector: OF_WORKLOAD },
  read: shaped(raw => ({ meta: readObjectMeta(raw, 'namespaced') })),
  indexes: {},
});

/** The kinds that tell of runs whose logs are archived. */
export const archivedKinds = {
  taskRun,
  pod,
  pipelineRun: owner({ ...TEKTON, plural: 'pipelineruns' }, 'PipelineRun'),
  runnable: owner(
    { group: 'carto.run', version: 'v1alpha1', plural: 'runnables' },
    'Runnable',
  ),
} as const;
