import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ImagesAnswer,
  WorkloadPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FacetMenus } from '../list/FacetMenus';
import { ListSearch } from '../list/ListSearch';
import { usePillStyles } from '../list/usePillStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

type Changed = Partial<
  Record<
    'workload' | 'q' | 'phase' | 'cluster' | 'namespace' | 'builder',
    readonly string[]
  >
>;

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
  const { pill } = usePillStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <ListSearch
      label={t('image.search')}
      q={filters.q}
      onSearch={q => onChange({ q: q ? [q] : [] }, 'replace')}
      phases={facets?.phase}
      chosen={filters.phase}
      onChoose={phase => onChange({ phase })}
    >
      {[false, true].map(any => (
        <button
          key={String(any)}
          type="button"
          className={pill}
          aria-pressed={filters.any === any}
          onClick={() => onChange({ workload: any ? ['any'] : [] })}
        >
          {t(any ? 'image.any' : 'image.none')}
        </button>
      ))}
      <FacetMenus
        menus={[
          { name: 'cluster', label: t('image.filterCluster') },
          { name: 'namespace', label: t('image.filterNamespace') },
          { name: 'builder', label: t('image.filterBuilder') },
        ]}
        facets={facets}
        chosen={filters}
        onChoose={(name, values) => onChange({ [name]: values })}
      />
    </ListSearch>
  );
}
