import {
  stageTitle,
  type StageView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { newestInstant } from '../words/newestInstant';
import type { RealizedResource } from '../objects/OwnerStatus';
import { present } from '../objects/present';
import { conditionView } from './conditionView';
import { outputView } from './outputView';
import { stageEngine } from './stageEngine';
import { stageFact } from './stageFact';
import { stagePhase, type StageContext } from './stagePhase';

/** One stage as a node of the graph. */
export function stageView(
  stage: RealizedResource,
  context: StageContext & {
    readonly stale: boolean;
    readonly sha256?: ((text: string) => string) | undefined;
  },
): StageView {
  const phase = stagePhase(stage, context);
  const outputs = stage.outputs.map(each => outputView(each, context.sha256));
  const { behind } = context;
  return present({
    name: stage.name,
    title: stageTitle(stage.name),
    phase,
    stale: context.stale,
    fact: stageFact(stage, phase, outputs, behind),
    stampedRef: stage.stampedRef && { ...stage.stampedRef },
    templateRef: stage.templateRef && { ...stage.templateRef },
    outputs,
    conditions: stage.conditions.map(conditionView),
    engine: stageEngine(stage, context.stages),
    changedAt: newestInstant([
      ...stage.outputs.map(each => each.at),
      ...stage.conditions.map(each => each.at),
      behind?.newest?.meta.createdAt,
    ]),
  });
}
