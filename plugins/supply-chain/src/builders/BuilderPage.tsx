import { useParams } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuilderRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Hidden } from '../frame/Hidden';
import { PageHead } from '../frame/PageHead';
import { Panel } from '../frame/Panel';
import { useFleetHref } from '../hooks/useFleetHref';
import { useLive } from '../hooks/useLive';
import { FailurePanel } from '../states/FailurePanel';
import { ProblemList } from '../states/ProblemList';
import { StaleNote } from '../states/StaleNote';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { BuilderContent } from './BuilderContent';
import { BuilderRollout } from './BuilderRollout';
import { usePageStyles } from '../frame/usePageStyles';
import { VerdictBanner } from './VerdictBanner';
import { VerdictMark } from './VerdictMark';

/** One builder: whether it is well, what is in it, and every image that is built with it. */
export function BuilderPage({ kind }: { kind: BuilderRef['kind'] }) {
  const classes = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useFleetHref();
  const { cluster = '', namespace = '', name = '' } = useParams();
  const ref: BuilderRef =
    kind === 'Builder'
      ? { cluster, kind, namespace, name }
      : { cluster, kind, name };
  const live = useLive({ type: 'builder', ref });
  const { view } = live;
  return (
    <div className={classes.page}>
      <PageHead
        label={t('builder.breadcrumb')}
        trail={[
          { to: href.chains, words: t('builder.all') },
          { to: href.builders, words: t('builder.title') },
        ]}
        title={name}
      >
        <span className={classes.chip}>{kind}</span>
        <span className={classes.quiet}>
          {kind === 'Builder'
            ? t('builder.where', { namespace, cluster })
            : t('builder.onCluster', { cluster })}
        </span>
        {view && (
          <>
            <VerdictMark of="ready" verdict={view.ready} />
            <VerdictMark of="upToDate" verdict={view.upToDate} />
          </>
        )}
      </PageHead>
      {live.state === 'error' && (
        <Panel padded={false}>
          {view && live.error.code === 'not-found' ? (
            <StatePanel tone="warn" title={t('builder.gone')} urgent />
          ) : (
            <FailurePanel error={live.error} />
          )}
        </Panel>
      )}
      {live.state === 'loading' && (
        <div className={classes.columns} aria-busy>
          <Hidden announce>{t('builder.loading')}</Hidden>
          <div className={classes.bone} />
          <div className={classes.bone} />
        </div>
      )}
      {view && (
        <>
          <ProblemList problems={view.problems} />
          <VerdictBanner ready={view.ready} upToDate={view.upToDate} />
          <div className={classes.columns}>
            <BuilderRollout view={view} />
            <BuilderContent view={view} />
          </div>
        </>
      )}
      <StaleNote stale={live.stale && live.state === 'ready'} />
    </div>
  );
}
