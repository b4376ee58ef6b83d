import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { SupplyChainError } from '../api/SupplyChainError';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import { logErrorWords } from './logErrorWords';
import { useLogStyles } from './useLogStyles';

export type LogStateProps = {
  step: StepView | undefined;
  /** It was refused before anything ran. */
  neverRan: boolean;
  /** What wrote the log says so itself. */
  says: string | undefined;
  /** Nothing more will come of this step. */
  isEnded: boolean;
  /** First contact is still under way. */
  isConnecting: boolean;
  error: SupplyChainError | undefined;
};

/** What stands where there are no lines: why, and what is known of what should have written them. */
export function LogState(props: LogStateProps) {
  const classes = useLogStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div className={classes.state} role="status">
      <p>{sentence(props, t)}</p>
      {props.says && <p>{t('log.buildSays', { says: props.says })}</p>}
    </div>
  );
}

function sentence(
  { step, neverRan, isEnded, isConnecting, error }: LogStateProps,
  t: Words,
): string {
  if (neverRan) return t('log.stateNoPod');
  if (!step) {
    if (error) return logErrorWords(t, error, '');
    return t(isConnecting ? 'log.stateLoading' : 'log.stateNoSteps');
  }
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
