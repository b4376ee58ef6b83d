import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { SupplyChainError } from '../api/SupplyChainError';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import { logErrorWords } from './logErrorWords';
import { useLogStyles } from './useLogStyles';

export type LogStateProps = {
  build: BuildView;
  step: StepView | undefined;
  /** Nothing more will come of this step. */
  isEnded: boolean;
  /** First contact is still under way. */
  isConnecting: boolean;
  error: SupplyChainError | undefined;
};

/** What stands where there are no lines: why, and what is known of the build. */
export function LogState(props: LogStateProps) {
  const classes = useLogStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const buildSays = ownWords(props.build);
  return (
    <div className={classes.state} role="status">
      <p>{sentence(props, t)}</p>
      {buildSays && <p>{t('log.buildSays', { says: buildSays })}</p>}
    </div>
  );
}

function sentence(
  { build, step, isEnded, isConnecting, error }: LogStateProps,
  t: Words,
): string {
  if (build.phase.kind === 'rejected') return t('log.stateNoPod');
  if (!step) return t(isConnecting ? 'log.stateLoading' : 'log.stateNoSteps');
  const name = step.name;
  if (step.state === 'not-run') return t('log.stateNotRun', { step: name });
  if (error) return logErrorWords(t, error, name);
  if (step.state === 'waiting') {
    return step.reason
      ? t('log.stateWaitingFor', { step: name, reason: step.reason })
      : t('log.stateWaiting', { step: name });
  }
  if (isEnded) return t('log.stateEmpty', { step: name });
  if (isConnecting || step.state !== 'running') return t('log.stateLoading');
  return t('log.stateQuiet', { step: name });
}

/** What the build says, where it is more than a state. */
function ownWords({ phase }: BuildView): string | undefined {
  switch (phase.kind) {
    case 'failed':
    case 'rejected':
    case 'stuck':
    case 'queued':
      return phase.says;
    default:
      return undefined;
  }
}
