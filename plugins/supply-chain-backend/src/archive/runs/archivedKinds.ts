import { stepContainers } from '../../logs/runs/stepContainers';
import type { PodObject } from '../../model/objects/PodObject';
import { readObjectMeta } from '../../model/objects/readObjectMeta';
import { readPod } from '../../model/objects/readPod';
import { shaped } from '../../service/shaped';
import { readTaskRun } from '../../stages/runs/readTaskRun';
import type { WatchedKind } from '../../watch/WatchedKind';
import { mayBeWorkloads } from './mayBeWorkloads';
import { ownerKind } from './ownerKind';
import { OF_WORKLOAD } from './OF_WORKLOAD';
import type { RunObject } from './RunObject';
import { shortMeta } from './shortMeta';

const TEKTON = { group: 'tekton.dev', version: 'v1' };

/** Tekton puts it on the pod of a TaskRun. */
const TASK_RUN = 'tekton.dev/taskRun';

/**
 * Of all of a cluster: no label is on each that belongs to a workload. A run of a Runnable has the workload's name only if
 * its template hands it on, one of a scan has none.
 */
const taskRun: WatchedKind<RunObject> = {
  resource: { ...TEKTON, plural: 'taskruns' },
  kind: 'TaskRun',
  namespaced: true,
  read: shaped(raw => {
    const meta = readObjectMeta(raw, 'namespaced');
    if (!mayBeWorkloads(meta))
      return { meta: { ...shortMeta(meta), owners: [] } };
    return {
      meta: shortMeta(meta),
      run: {
        // What a run gave is shown where the run is, and is none of the archive's.
        view: { ...readTaskRun(raw, meta), outputs: [] },
        containers: Object.fromEntries(stepContainers(raw)),
      },
    };
  }),
  indexes: {},
};

const pod: WatchedKind<PodObject> = {
  resource: { group: '', version: 'v1', plural: 'pods' },
  kind: 'Pod',
  namespaced: true,
  labelSelector: TASK_RUN,
  // Of which containers have ended nothing is wanted but that.
  read: shaped(raw => {
    const { meta, containers } = readPod(raw);
    const labels = { [TASK_RUN]: meta.labels[TASK_RUN] ?? '' };
    return {
      meta: { ...shortMeta(meta), labels },
      conditions: [],
      containers: containers.map(({ state, ...container }) => ({
        ...container,
        state: state.kind === 'terminated' ? { kind: state.kind } : state,
      })),
    };
  }),
  indexes: {
    run: ({ meta }) => {
      const name = meta.labels[TASK_RUN];
      return name ? [`${meta.namespace}/${name}`] : [];
    },
  },
};

/** The kinds that tell of runs whose logs are archived. */
export const archivedKinds = {
  taskRun,
  pod,
  pipelineRun: ownerKind({ ...TEKTON, plural: 'pipelineruns' }, 'PipelineRun'),
  runnable: ownerKind(
    { group: 'carto.run', version: 'v1alpha1', plural: 'runnables' },
    'Runnable',
    OF_WORKLOAD,
  ),
} as const;
