import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuilderRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Banner } from '../panel/Banner';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

/** What is wrong with a builder in kpack's words, what that means, and what follows for its images. Nothing when all is well. */
export function VerdictBanner({
  ready,
  upToDate,
}: Pick<BuilderRow, 'ready' | 'upToDate'>) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const isUnready = ready.status === 'no';
  if (!isUnready && upToDate.status !== 'no') return null;
  // Why it cannot be made is said by the other condition: "has no latestImage" alone tells nobody what to do.
  const cause = upToDate.status === 'no' ? upToDate : ready;
  return (
    <Banner
      tone={isUnready ? 'bad' : 'warn'}
      title={cause.says ?? ready.says ?? t('builder.notUpToDate')}
    >
      {cause.means && <p>{cause.means}</p>}
      <p>{t(isUnready ? 'builder.brokenNotReady' : 'builder.brokenReady')}</p>
    </Banner>
  );
}
