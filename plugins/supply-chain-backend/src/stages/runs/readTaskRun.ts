import type { StageRunView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Fields } from '../../model/objects/Fields';
import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import { present } from '../../model/objects/present';
import { namedValues } from './namedValues';
import { readSteps } from './readSteps';
import { runState } from './runState';
import { revisionIn } from './revisionIn';

/** Tekton TaskRun, any version: the steps of its one pod, its results. */
export function readTaskRun(raw: unknown, meta: ObjectMeta): StageRunView {
  const run = new Fields(raw);
  const status = run.object('status');
  return present({
    kind: 'TaskRun',
    resource: 'taskruns.tekton.dev',
    name: meta.name,
    ...runState(status, meta),
    revision: revisionIn(run.object('spec')),
    tasks: [
      present({
        name:
          meta.labels['tekton.dev/pipelineTask'] ??
          meta.labels['tekton.dev/task'],
        taskRun: meta.name,
        pod: status.text('podName'),
        steps: readSteps(status),
      }),
    ],
    // v1beta1 called them taskResults.
    outputs: [
      ...namedValues(status.list('results')),
      ...namedValues(status.list('taskResults')),
    ],
  });
}
