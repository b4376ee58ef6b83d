import { useParams } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ImageView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { usePageStyles } from '../builders/usePageStyles';
import { Crumbs } from '../frame/Crumbs';
import { Panel } from '../frame/Panel';
import { useFleetHref } from '../hooks/useFleetHref';
import { useLive } from '../hooks/useLive';
import { PhaseMark } from '../phase/PhaseMark';
import { ImageProvider } from '../stages/ImageProvider';
import { StageHeader } from '../stages/StageHeader';
import { StageSkeleton } from '../stages/StageSkeleton';
import { FailurePanel } from '../states/FailurePanel';
import { StaleNote } from '../states/StaleNote';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ImageFacts } from './ImageFacts';

/** One kpack Image, with a workload or without: what it is, and the Image Provider that a workload's page has. */
export function ImagePage() {
  const classes = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useFleetHref();
  const { cluster = '', namespace = '', name = '' } = useParams();
  const live = useLive({ type: 'image', ref: { cluster, namespace, name } });
  const { view } = live;
  return (
    <div className={classes.page}>
      <div>
        <Crumbs
          label={t('builder.breadcrumb')}
          trail={[
            { to: href.chains, words: t('image.all') },
            { to: href.images, words: t('image.title') },
            {
              to: `${href.images}?${new URLSearchParams({ namespace })}`,
              words: namespace,
            },
          ]}
        />
        <div className={classes.head}>
          <h1 className={classes.title}>{name}</h1>
          <span className={classes.chip}>Image</span>
          <span className={classes.quiet}>
            {t('image.where', { namespace, cluster })}
          </span>
          <span role="status">
            {view && <PhaseMark phase={view.stage.phase.kind} />}
          </span>
        </div>
      </div>
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
    </div>
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
