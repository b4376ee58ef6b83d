import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SupplyChainError } from '../api/SupplyChainError';
import { SignInTo } from '../signIn/SignInTo';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { failureWords } from './failureWords';
import { StatePanel } from './StatePanel';

/** Why there is nothing to show, and what to do. The live connection tries again by itself where that can help. */
export function FailurePanel({ error }: { error: SupplyChainError }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { title, says } = failureWords(t, error);
  return (
    <StatePanel tone={toneOf(error)} title={title} urgent>
      {says} {error.code === 'network' && t('state.retrying')}
      {error.code === 'cluster-sign-in' && error.where.cluster && (
        <SignInTo cluster={error.where.cluster} />
      )}
    </StatePanel>
  );
}

function toneOf({ code }: SupplyChainError) {
  switch (code) {
    case 'not-found':
      return 'unknown';
    case 'cluster-loading':
      return 'busy';
    default:
      return 'warn';
  }
}
