import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkloadsAnswer } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { FacetMenus } from './FacetMenus';
import type { ListFilters } from './ListFilters';
import { ListSearch } from './ListSearch';
import { usePillStyles } from './usePillStyles';

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
  const { pill } = usePillStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <ListSearch
      label={t('list.search')}
      q={filters.q}
      onSearch={q => onChange({ q }, 'replace')}
      phases={facets?.phase}
      chosen={filters.phase}
      onChoose={phase => onChange({ phase })}
    >
      <button
        type="button"
        className={pill}
        aria-pressed={filters.mine}
        onClick={() => onChange({ mine: !filters.mine })}
      >
        {t('list.mine')}
      </button>
      <FacetMenus
        menus={[
          { name: 'cluster', label: t('list.filterCluster') },
          { name: 'namespace', label: t('list.filterNamespace') },
          { name: 'reason', label: t('list.filterReason') },
          { name: 'builder', label: t('list.filterBuilder') },
        ]}
        facets={facets}
        chosen={filters}
        onChoose={(name, values) => onChange({ [name]: values })}
      />
    </ListSearch>
  );
}
