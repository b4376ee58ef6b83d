import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  RowSort,
  WorkloadRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { ColumnSorts } from './ColumnHead';
import { LIST_COLUMNS, type Column, type ListLayout } from './listLayout';
import { SortableTable } from './SortableTable';
import { WorkloadCell } from './WorkloadCell';

const Cell = memo(WorkloadCell);

const SORTS: Partial<Record<Column, ColumnSorts>> = {
  workload: { up: 'name', down: '-name' },
  state: { up: 'phase', down: '-phase' },
  age: { up: 'age', down: '-age' },
};

/** The workloads; a click on a column's head sorts them. */
export function WorkloadTable({
  rows,
  total,
  layout,
  sort,
  onSort,
}: {
  /** Undefined while the first page is on its way. */
  rows: readonly WorkloadRow[] | undefined;
  total: number | undefined;
  layout: ListLayout;
  sort: RowSort;
  onSort: (sort: RowSort) => void;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <SortableTable
      label={t('list.title')}
      rows={rows}
      total={total}
      layout={layout}
      columns={LIST_COLUMNS[layout]}
      words={{
        workload: t('list.columnWorkload'),
        state: t('list.columnState'),
        chain: t('list.columnChain'),
        says: t('list.columnSays'),
        tag: t('list.columnTag'),
        why: t('list.columnWhy'),
        age: t('list.columnAge'),
      }}
      sorts={SORTS}
      sort={sort}
      onSort={onSort}
      cell={Cell}
    />
  );
}
