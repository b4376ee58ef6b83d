import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { Elapsed } from './Elapsed';
import { formatDuration } from './formatDuration';

/** How long a step took, or takes; with the exit code of a failed one, and "not run" for those behind it. */
export function StepTime({ step }: { step: StepView }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  switch (step.state) {
    case 'not-run':
      return <>{t('build.notRun')}</>;
    case 'running':
      return <Elapsed since={step.startedAt} />;
    case 'waiting':
    case 'unknown':
      return null;
    default: {
      const parts = [
        step.durationMs === undefined
          ? undefined
          : formatDuration(step.durationMs),
        step.state === 'failed' && step.exitCode !== undefined
          ? t('log.exit', { code: `${step.exitCode}` })
          : undefined,
      ];
      return <>{parts.filter(Boolean).join(' · ')}</>;
    }
  }
}
