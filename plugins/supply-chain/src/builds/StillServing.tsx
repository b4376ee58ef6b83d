import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { usePanelUrl } from '../panel/usePanelUrl';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { PanelLink } from '../panel/PanelLink';

/** What later stages go on with while the newest build has failed. */
export function StillServing({ build }: { build: BuildView }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const { lastGood } = build;
  if (!lastGood) return <p>{t('build.nothingServed')}</p>;
  return (
    <p>
      <strong>
        {t('build.stillServing', { tag: lastGood.tag ?? lastGood.name })}
      </strong>
      {', '}
      <PanelLink
        to={url.with({
          build: lastGood.name,
          step: undefined,
          line: undefined,
        })}
      >
        {t('build.stillServingFrom', {
          number: `${lastGood.number ?? lastGood.name}`,
        })}
      </PanelLink>
      {lastGood.finishedAt && (
        <>
          {', '}
          {t('build.ago', { age: <Age since={lastGood.finishedAt} /> })}
        </>
      )}
    </p>
  );
}
