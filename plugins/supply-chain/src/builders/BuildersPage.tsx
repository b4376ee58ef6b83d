import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Hidden } from '../frame/Hidden';
import { PageHead } from '../frame/PageHead';
import { Panel } from '../frame/Panel';
import { useFleetHref } from '../hooks/useFleetHref';
import { useLive } from '../hooks/useLive';
import { ClusterChips } from '../list/ClusterChips';
import { ClusterLimits } from '../list/ClusterLimits';
import { FailurePanel } from '../states/FailurePanel';
import { ProblemList } from '../states/ProblemList';
import { StaleNote } from '../states/StaleNote';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { BuilderFilters } from './BuilderFilters';
import { BuilderPanel } from './BuilderPanel';
import { LastImages } from './LastImages';
import { LifecycleTable } from './LifecycleTable';
import { RolloutHead } from './RolloutHead';
import { StackTable } from './StackTable';
import { StoreTable } from './StoreTable';
import { useFleetParams } from './useFleetParams';
import { usePageStyles } from '../frame/usePageStyles';

const NAMES = ['cluster', 'stack', 'lifecycle', 'open'] as const;

/** Every builder of every cluster, how far their updates have come, and what they are made of. */
export function BuildersPage() {
  const classes = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useFleetHref();
  const [{ open, ...filters }, change] = useFleetParams(NAMES);
  const query = Object.fromEntries(
    Object.entries(filters).filter(([, values]) => values.length > 0),
  );
  const live = useLive({ type: 'builders', query });
  const { view } = live;
  const isFiltered = Object.keys(query).length > 0;
  return (
    <div className={classes.page}>
      <PageHead
        label={t('builder.breadcrumb')}
        trail={[{ to: href.chains, words: t('builder.all') }]}
        title={t('builder.title')}
        aside={<ClusterChips clusters={view?.clusters ?? []} />}
      />
      <BuilderFilters chosen={filters} onChange={change} />
      <ProblemList problems={view?.problems ?? []} />
      <ClusterLimits clusters={view?.clusters ?? []} />
      {live.state === 'error' && !view && (
        <Panel padded={false}>
          <FailurePanel error={live.error} />
        </Panel>
      )}
      {live.state === 'loading' && (
        <div className={classes.page} aria-busy>
          <Hidden announce>{t('builder.loading')}</Hidden>
          <div className={classes.bone} />
          <div className={classes.bone} />
        </div>
      )}
      {view && view.items.length === 0 && (
        <Panel padded={false}>
          <StatePanel
            tone="idle"
            title={t(isFiltered ? 'builder.noMatch' : 'builder.empty')}
          >
            {!isFiltered && t('builder.emptySays')}
          </StatePanel>
        </Panel>
      )}
      {view && view.items.length > 0 && (
        <>
          <Panel label={t('builder.rollout')}>
            <RolloutHead rollout={view.rollout} />
            <LastImages rollout={view.rollout} />
          </Panel>
          {view.items.map(row => {
            const id = href.builder(row.ref).slice(href.builders.length + 1);
            const isOpen = open.includes(id);
            return (
              <BuilderPanel
                key={id}
                row={row}
                open={isOpen}
                onOpen={() =>
                  change(
                    {
                      open: isOpen
                        ? open.filter(each => each !== id)
                        : [...open, id],
                    },
                    'replace',
                  )
                }
              />
            );
          })}
          <StackTable stacks={view.stacks} />
          <LifecycleTable lifecycles={view.lifecycles} />
          <StoreTable stores={view.stores} />
        </>
      )}
      <StaleNote stale={live.stale && live.state === 'ready'} />
    </div>
  );
}
