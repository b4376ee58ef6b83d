import type { SupplyChainError } from '../api/SupplyChainError';
import { failureWords } from '../states/failureWords';
import type { Words } from '../translation/Words';

/** Why a step's log is not there, or not all of it, in a sentence. */
export function logErrorWords(
  t: Words,
  error: SupplyChainError,
  step: string,
): string {
  switch (error.code) {
    case 'logs-gone':
      return step ? t('log.stateGone', { step }) : t('log.stateGoneAll');
    case 'denied':
      return t('log.stateDenied');
    case 'logs-waiting':
      return t('log.stateWaiting', { step });
    default:
      return t('log.stateFailed', {
        step,
        says: failureWords(t, error).says,
      });
  }
}
