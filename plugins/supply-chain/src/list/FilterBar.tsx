import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { WorkloadsAnswer } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { FacetMenu } from './FacetMenu';
import type { ListFilters } from './ListFilters';
import { PhasePills } from './PhasePills';
import { SearchField } from './SearchField';
import { usePillStyles } from './usePillStyles';

const useStyles = makeStyles((theme: Theme) => ({
  bar: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  group: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginLeft: 'auto',
  },
}));

/** Facets that are menus, with their words, from left to right. */
const MENUS = [
  ['cluster', 'list.filterCluster'],
  ['namespace', 'list.filterNamespace'],
  ['reason', 'list.filterReason'],
  ['builder', 'list.filterBuilder'],
] as const;

/** Everything that narrows the list. */
export function FilterBar({
  filters,
  facets,
  onChange,
}: {
  filters: ListFilters;
  facets: WorkloadsAnswer['facets'] | undefined;
  onChange: (change: Partial<ListFilters>, how?: 'push' | 'replace') => void;
}) {
  const classes = useStyles();
  const { pill } = usePillStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div className={classes.bar} role="search" aria-label={t('list.search')}>
      <SearchField
        label={t('list.search')}
        value={filters.q}
        onSearch={q => onChange({ q }, 'replace')}
      />
      <PhasePills
        facet={facets?.phase ?? []}
        chosen={filters.phase}
        onChoose={phase => onChange({ phase })}
      />
      <div className={classes.group}>
        <button
          type="button"
          className={pill}
          aria-pressed={filters.mine}
          onClick={() => onChange({ mine: !filters.mine })}
        >
          {t('list.mine')}
        </button>
        {MENUS.filter(
          // One value is no choice.
          ([name]) =>
            (facets?.[name].length ?? 0) > 1 || filters[name].length > 0,
        ).map(([name, words]) => (
          <FacetMenu
            key={name}
            label={t(words)}
            facet={facets?.[name] ?? []}
            chosen={filters[name]}
            onChoose={values => onChange({ [name]: values })}
          />
        ))}
      </div>
    </div>
  );
}
