import { namedValues } from '../runs/namedValues';
import type { InspectedStage, StageInspector } from '../StageInspector';
import { writerFacts } from './writerFacts';

/** A TaskRun that Cartographer stamped itself, anew for every change. */
export const taskRun: StageInspector = {
  group: 'tekton.dev',
  kind: 'TaskRun',
  inspect: it => ({ facts: factsOf(it) }),
};

/** A PipelineRun that Cartographer stamped itself, anew for every change. */
export const pipelineRun: StageInspector = {
  group: 'tekton.dev',
  kind: 'PipelineRun',
  inspect: it => ({ facts: factsOf(it) }),
};

function factsOf({ object, runs }: InspectedStage) {
  const given = namedValues(object.object('spec').list('params'));
  const name = object.object('metadata').text('name');
  const gave = runs.find(each => each.name === name)?.outputs ?? [];
  return writerFacts(given, gave);
}
