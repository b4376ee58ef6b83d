import {
  assertNever,
  stageTitle,
  type StageView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';

/** The one line under a stage's title. The backend's fact if it has one, else what the phase itself says. */
export function stageFact(t: Words, stage: StageView): string | undefined {
  const { phase, fact } = stage;
  switch (phase.kind) {
    case 'waiting':
      return t('graph.factWaiting', { stage: stageTitle(phase.for) });
    case 'planned':
      return t('graph.factPlanned');
    case 'skipped':
      if (fact) return fact;
      return phase.servedBy
        ? t('graph.factSkippedBy', { stage: stageTitle(phase.servedBy) })
        : t('graph.factSkipped');
    case 'failed':
    case 'misconfigured':
      return fact ?? phase.says;
    case 'running':
      return fact ?? phase.says ?? phase.step;
    case 'unknown':
      return fact ?? phase.says;
    case 'ready':
      return fact;
    default:
      return assertNever(phase);
  }
}
