import type {
  RunTaskView,
  StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Fields } from '../../model/objects/Fields';
import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import { present } from '../../model/objects/present';
import { namedValues } from './namedValues';
import { revisionIn } from './revisionIn';
import { runState } from './runState';

/** Tekton PipelineRun, any version, with the steps of its TaskRuns where those can be read. */
export function readPipelineRun(
  raw: unknown,
  meta: ObjectMeta,
  taskRun: (name: string) => StageRunView | undefined,
): StageRunView {
  const run = new Fields(raw);
  const status = run.object('status');
  return present({
    kind: 'PipelineRun',
    resource: 'pipelineruns.tekton.dev',
    name: meta.name,
    ...runState(status, meta),
    revision: revisionIn(run.object('spec')),
    tasks: tasksOf(status, taskRun),
    outputs: [
      ...namedValues(status.list('results')),
      ...namedValues(status.list('pipelineResults')),
    ],
  });
}

/** Tekton lists its children in the order in which it made them. */
function tasksOf(
  status: Fields,
  taskRun: (name: string) => StageRunView | undefined,
): RunTaskView[] {
  return status.list('childReferences').flatMap(child => {
    const name = child.text('name');
    if (!name || child.text('kind') !== 'TaskRun') return [];
    const known = taskRun(name)?.tasks[0];
    return present({
      name: child.text('pipelineTaskName') ?? known?.name,
      taskRun: name,
      pod: known?.pod,
      steps: known?.steps ?? [],
    });
  });
}
