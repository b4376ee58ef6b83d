import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ImagesAnswer,
  WorkloadPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FacetMenu } from '../list/FacetMenu';
import { PhasePills } from '../list/PhasePills';
import { SearchField } from '../list/SearchField';
import { usePillStyles } from '../list/usePillStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  bar: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  group: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginLeft: 'auto',
  },
}));

type Changed = Partial<
  Record<
    'workload' | 'q' | 'phase' | 'cluster' | 'namespace' | 'builder',
    readonly string[]
  >
>;

const MENUS = [
  ['cluster', 'image.filterCluster'],
  ['namespace', 'image.filterNamespace'],
  ['builder', 'image.filterBuilder'],
] as const;

/** Everything that narrows the list of images. */
export function ImageFilters({
  filters,
  facets,
  onChange,
}: {
  filters: {
    readonly any: boolean;
    readonly q: string;
    readonly phase: readonly WorkloadPhase[];
    readonly cluster: readonly string[];
    readonly namespace: readonly string[];
    readonly builder: readonly string[];
  };
  facets: ImagesAnswer['facets'] | undefined;
  onChange: (changed: Changed, how?: 'push' | 'replace') => void;
}) {
  const classes = useStyles();
  const { pill } = usePillStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div className={classes.bar} role="search" aria-label={t('image.search')}>
      <SearchField
        label={t('image.search')}
        value={filters.q}
        onSearch={q => onChange({ q: q ? [q] : [] }, 'replace')}
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
          aria-pressed={!filters.any}
          onClick={() => onChange({ workload: [] })}
        >
          {t('image.none')}
        </button>
        <button
          type="button"
          className={pill}
          aria-pressed={filters.any}
          onClick={() => onChange({ workload: ['any'] })}
        >
          {t('image.any')}
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
