import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { BuilderRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useLive } from '../hooks/useLive';
import { FacetMenus } from '../list/FacetMenus';
import { usePillStyles } from '../list/usePillStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  // As high as a pill before the first answer too: the page does not move.
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    minHeight: 32,
  },
}));

type Name = 'cluster' | 'stack' | 'lifecycle';

/** Narrows the builders, and with them the rollout, to some clusters, stacks or lifecycles. */
export function BuilderFilters({
  chosen,
  onChange,
}: {
  chosen: Readonly<Record<Name, string[]>>;
  onChange: (changed: Partial<Record<Name, string[]>>) => void;
}) {
  const { bar } = useStyles();
  const { pill } = usePillStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  // What there is to choose from does not depend on what is chosen.
  const { view } = useLive({ type: 'builders', query: {} });
  const isFiltered = Object.values(chosen).some(values => values.length > 0);
  return (
    <div className={bar} role="search" aria-label={t('builder.search')}>
      <FacetMenus
        menus={[
          { name: 'cluster', label: t('builder.filterCluster') },
          { name: 'stack', label: t('builder.filterStack') },
          { name: 'lifecycle', label: t('builder.filterLifecycle') },
        ]}
        facets={facetsOf(view?.items ?? [])}
        chosen={chosen}
        onChoose={(name, values) => onChange({ [name]: values })}
      />
      {isFiltered && (
        <button
          type="button"
          className={pill}
          onClick={() => onChange({ cluster: [], stack: [], lifecycle: [] })}
        >
          {t('builder.clear')}
        </button>
      )}
    </div>
  );
}

function facetsOf(rows: readonly BuilderRow[]) {
  return {
    cluster: facetOf(rows, ({ ref }) => ref.cluster),
    stack: facetOf(rows, ({ stack }) => stack.name),
    lifecycle: facetOf(rows, ({ lifecycle }) => lifecycle.name),
  };
}

function facetOf(
  rows: readonly BuilderRow[],
  valueOf: (row: BuilderRow) => string | undefined,
) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}
