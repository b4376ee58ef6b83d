import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import {
  rowSortSchema,
  workloadPhaseSchema,
  type RowSort,
  type WorkloadPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { usePageStyles } from '../frame/usePageStyles';
import { useFleetParams } from '../builders/useFleetParams';
import { Hidden } from '../frame/Hidden';
import { PageHead } from '../frame/PageHead';
import { Panel } from '../frame/Panel';
import { useFleetHref } from '../hooks/useFleetHref';
import { useLive } from '../hooks/useLive';
import { ClusterChips } from '../list/ClusterChips';
import { ClusterLimits } from '../list/ClusterLimits';
import { DEFAULT_SORT } from '../list/ListFilters';
import { FailurePanel } from '../states/FailurePanel';
import { ProblemList } from '../states/ProblemList';
import { StaleNote } from '../states/StaleNote';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ImageFilters } from './ImageFilters';
import { ImageTable } from './ImageTable';

const NAMES = [
  ...(['workload', 'q', 'phase', 'cluster', 'namespace'] as const),
  ...(['builder', 'sort', 'cursor'] as const),
] as const;

/** Rows a page; the next one is a link, so that a place in a long list can be shared. */
const PAGE = 250;

/** kpack Images: those that no workload stamped, or all of them. */
export function ImagesPage() {
  const classes = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useFleetHref();
  const [params, change] = useFleetParams(NAMES);
  const { phase, cluster, namespace, builder } = params;
  const any = params.workload.includes('any');
  const q = (params.q[0] ?? '').slice(0, 200);
  const sort = sortOf(params.sort[0]);
  const cursor = params.cursor[0];
  const filters = {
    ...{ any, q, cluster, namespace, builder },
    phase: phase.filter(isPhase),
  };
  const live = useLive({
    type: 'images',
    query: {
      ...(any && { workload: 'any' as const }),
      ...(q && { q }),
      ...(filters.phase.length > 0 && { phase: filters.phase }),
      ...(cluster.length > 0 && { cluster }),
      ...(namespace.length > 0 && { namespace }),
      ...(builder.length > 0 && { builder }),
      ...(sort !== DEFAULT_SORT && { sort }),
      ...(cursor !== undefined && { cursor }),
      limit: PAGE,
    },
  });
  const { view } = live;
  const isFiltered =
    q !== '' ||
    [filters.phase, cluster, namespace, builder].some(each => each.length > 0);
  const pageHref = (next: string | undefined) => {
    const search = new URLSearchParams(
      NAMES.flatMap(name =>
        name === 'cursor' ? [] : params[name].map(value => [name, value]),
      ),
    );
    if (next !== undefined) search.set('cursor', next);
    return `${href.images}?${search}`;
  };
  return (
    <div className={classes.page}>
      <PageHead
        label={t('builder.breadcrumb')}
        trail={[{ to: href.chains, words: t('image.all') }]}
        title={t('image.title')}
        aside={<ClusterChips clusters={view?.clusters ?? []} />}
      />
      <ImageFilters
        filters={filters}
        facets={view?.facets}
        onChange={(changed, how) =>
          // Another list begins at its first page.
          change({ ...changed, cursor: [] }, how)
        }
      />
      <Hidden announce>
        {view ? t('image.count', { count: view.total }) : t('image.loading')}
      </Hidden>
      <ProblemList problems={view?.problems ?? []} />
      <ClusterLimits clusters={view?.clusters ?? []} />
      {live.state === 'error' && !view && (
        <Panel padded={false}>
          <FailurePanel error={live.error} />
        </Panel>
      )}
      {view && view.items.length === 0 ? (
        <Panel padded={false}>
          <StatePanel tone="idle" title={t(emptyTitle(isFiltered, any))}>
            {isFiltered ? (
              <Button
                size="small"
                variant="outlined"
                onClick={() =>
                  change({
                    ...{ q: [], phase: [], cluster: [], namespace: [] },
                    ...{ builder: [], cursor: [] },
                  })
                }
              >
                {t('image.clear')}
              </Button>
            ) : (
              !any && t('image.emptySays')
            )}
          </StatePanel>
        </Panel>
      ) : (
        (view || live.state === 'loading') && (
          <ImageTable
            rows={view?.items}
            total={view?.total}
            sort={sort}
            onSort={next =>
              change({
                sort: next === DEFAULT_SORT ? [] : [next],
                cursor: [],
              })
            }
          />
        )
      )}
      {(cursor !== undefined || view?.cursor !== undefined) && (
        <div className={classes.head}>
          {cursor !== undefined && (
            <Link to={pageHref(undefined)}>{t('image.first')}</Link>
          )}
          {view?.cursor !== undefined && (
            <Link to={pageHref(view.cursor)}>{t('image.next')}</Link>
          )}
        </div>
      )}
      <StaleNote stale={live.stale && live.state === 'ready'} />
    </div>
  );
}

function emptyTitle(isFiltered: boolean, any: boolean) {
  if (isFiltered) return 'image.noMatch';
  return any ? 'image.emptyAny' : 'image.empty';
}

/** What is no order of ours is left out, never an error: links are written by hand too. */
function sortOf(value: string | undefined): RowSort {
  return rowSortSchema.safeParse(value).data ?? DEFAULT_SORT;
}

function isPhase(value: string): value is WorkloadPhase {
  return workloadPhaseSchema.safeParse(value).success;
}
