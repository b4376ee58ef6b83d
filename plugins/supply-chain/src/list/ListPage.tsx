import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@material-ui/core';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { FleetLinks } from './FleetLinks';
import { quietColor } from '../phase/quietColor';
import { Hidden } from '../frame/Hidden';
import { useWidth } from '../frame/useWidth';
import { FailurePanel } from '../states/FailurePanel';
import { ProblemList } from '../states/ProblemList';
import { StaleNote } from '../states/StaleNote';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ClusterChips } from './ClusterChips';
import { ClusterLimits } from './ClusterLimits';
import { EmptyList } from './EmptyList';
import { FilterBar } from './FilterBar';
import { DEFAULT_SORT, filtersQuery, isFiltered } from './ListFilters';
import { listLayout } from './listLayout';
import { useListFilters } from './useListFilters';
import { useWorkloadPages } from './useWorkloadPages';
import { WorkloadTable } from './WorkloadTable';

const useStyles = makeStyles((theme: Theme) => ({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 2),
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  title: { margin: 0, fontSize: 24, fontWeight: 700, lineHeight: 1.3 },
  more: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(1),
    fontSize: 13,
    color: quietColor(theme),
  },
}));

/** Every workload of every cluster that can be read: what is wrong first. */
export function ListPage() {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [filters, change] = useListFilters();
  const { first, rows, loadMore, loadingMore } = useWorkloadPages(
    filtersQuery(filters),
  );
  const [width, ref] = useWidth();
  const answer = first.view;
  const failed = first.state === 'error' && !answer;
  const shown = answer && first.state !== 'error' ? rows : answer?.items;
  return (
    <div className={classes.page} ref={ref}>
      <div className={classes.head}>
        <h1 className={classes.title}>{t('list.title')}</h1>
        <FleetLinks />
        <ClusterChips clusters={answer?.clusters ?? []} />
      </div>
      <FilterBar filters={filters} facets={answer?.facets} onChange={change} />
      <Hidden announce>
        {answer ? t('list.count', { count: answer.total }) : t('list.loading')}
      </Hidden>
      <ProblemList problems={answer?.problems ?? []} />
      <ClusterLimits clusters={answer?.clusters ?? []} />
      {failed && <FailurePanel error={first.error} />}
      {!failed && shown?.length === 0 && answer ? (
        <EmptyList
          answer={answer}
          filtered={isFiltered(filters)}
          onClear={() =>
            change({
              q: '',
              cluster: [],
              namespace: [],
              phase: [],
              reason: [],
              builder: [],
              mine: false,
              sort: DEFAULT_SORT,
            })
          }
        />
      ) : (
        !failed && (
          <WorkloadTable
            rows={shown}
            total={answer?.total}
            layout={listLayout(width)}
            sort={filters.sort}
            onSort={sort => change({ sort })}
          />
        )
      )}
      {answer && rows.length < answer.total && (
        <div className={classes.more}>
          <span>
            {t('list.shown', {
              shown: String(rows.length),
              total: String(answer.total),
            })}
          </span>
          <Button
            variant="outlined"
            size="small"
            disabled={!loadMore || loadingMore}
            onClick={loadMore}
          >
            {t('list.more')}
          </Button>
        </div>
      )}
      <StaleNote stale={first.stale} />
    </div>
  );
}
