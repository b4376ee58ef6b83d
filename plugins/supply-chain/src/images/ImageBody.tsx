import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ImageView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from '../api/Live';
import { Panel } from '../frame/Panel';
import { ImageProvider } from '../stages/ImageProvider';
import { StageHeader } from '../stages/StageHeader';
import { StageSkeleton } from '../panel/StageSkeleton';
import { FailurePanel } from '../states/FailurePanel';
import { StaleNote } from '../states/StaleNote';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ImageFacts } from './ImageFacts';

/** What a kpack Image is, and the Image Provider of it: its own page, and the tab of an entity. */
export function ImageBody({ live }: { live: Live<ImageView> }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { view } = live;
  return (
    <>
      {live.state === 'error' && (
        <Panel padded={false}>
          {view && live.error.code === 'not-found' ? (
            <StatePanel tone="warn" title={t('image.gone')} urgent />
          ) : (
            <FailurePanel error={live.error} />
          )}
        </Panel>
      )}
      {live.state === 'loading' && (
        <Panel padded={false} label={t('stage.loading')}>
          <StageSkeleton />
        </Panel>
      )}
      {view && (
        <>
          {view.missingWorkload !== undefined && (
            <Panel padded={false}>
              <StatePanel
                tone="unknown"
                title={t('image.missingTitle', { name: view.missingWorkload })}
              >
                {t('image.missingSays')}
              </StatePanel>
            </Panel>
          )}
          <ImageFacts view={view} />
          <Panel padded={false} label={view.stage.title}>
            <ImageProviderOf view={view} />
          </Panel>
        </>
      )}
      <StaleNote stale={live.stale && live.state === 'ready'} />
    </>
  );
}

/** The Image as the one stage of a chain, so that the stage's own panel shows it. */
function ImageProviderOf({ view }: { view: ImageView }) {
  const { ref, stage, provider, problems } = view;
  const detail = {
    workload: view.workload ?? ref,
    stage,
    inputs: [],
    imageProvider: provider,
    problems,
  };
  return (
    <>
      <StageHeader detail={detail} />
      <ImageProvider
        // Another image starts afresh.
        key={`${ref.cluster}/${ref.namespace}/${ref.name}`}
        detail={detail}
        provider={provider}
      />
    </>
  );
}
