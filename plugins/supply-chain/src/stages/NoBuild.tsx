import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ImageProviderView,
  StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ReadyMadeImage } from './ReadyMadeImage';

/** Why an Image Provider shows no build. Nothing where the stage's own phase says it already. */
export function NoBuild({
  detail,
  provider,
}: {
  detail: StageDetailView;
  provider: ImageProviderView;
}) {
  const { phase } = detail.stage;
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (provider.engine === 'prebuilt')
    return <ReadyMadeImage detail={detail} provider={provider} />;
  if (provider.engine === 'dockerfile') {
    return (
      <StatePanel tone="unknown" title={t('build.dockerfile')}>
        {t('build.dockerfileSays')}
      </StatePanel>
    );
  }
  const isToldElsewhere =
    'says' in phase && provider.says !== undefined
      ? phase.says === provider.says
      : phase.kind !== 'running' && phase.kind !== 'failed' && !provider.says;
  if (isToldElsewhere) return null;
  return (
    <StatePanel tone="idle" title={t('build.none')}>
      {provider.says
        ? t('build.imageSays', { says: provider.says })
        : t('build.noneSays')}
    </StatePanel>
  );
}
