import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Panel } from '../frame/Panel';
import { useLive } from '../hooks/useLive';
import { FailurePanel } from '../states/FailurePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ImageProvider } from './ImageProvider';
import { ShownStage } from '../panel/ShownStage';
import { StageHeader } from './StageHeader';
import { StageSkeleton } from '../panel/StageSkeleton';
import { StageTabs } from './StageTabs';

/** The stage below the graph, kept up to date. */
export function StagePanel({
  workload,
  stage,
}: {
  workload: ObjectRef;
  /** Its name in the supply chain. */
  stage: string;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const live = useLive({ type: 'stage', ref: workload, stage });
  if (live.state === 'loading') {
    return (
      <Panel padded={false} label={t('stage.loading')}>
        <StageSkeleton />
      </Panel>
    );
  }
  const detail = live.view;
  return (
    <Panel padded={false} label={detail?.stage.title ?? stage}>
      {live.state === 'error' && <FailurePanel error={live.error} />}
      {detail && (
        <ShownStage.Provider value={stage}>
          <StageHeader detail={detail} />
          {detail.imageProvider ? (
            <ImageProvider
              // Another workload or stage starts afresh.
              key={`${workload.cluster}/${workload.namespace}/${workload.name}/${stage}`}
              detail={detail}
              provider={detail.imageProvider}
            />
          ) : (
            <StageTabs detail={detail} />
          )}
        </ShownStage.Provider>
      )}
    </Panel>
  );
}
