import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  WorkloadRow,
  WorkloadsQuery,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ColumnHead } from './ColumnHead';
import { LIST_COLUMNS, type ListLayout } from './listLayout';
import { RowTable } from './RowTable';
import { WorkloadCell } from './WorkloadCell';

const Cell = memo(WorkloadCell);

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
  sort: WorkloadsQuery['sort'];
  onSort: (sort: WorkloadsQuery['sort']) => void;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <RowTable
      label={t('list.title')}
      rows={rows}
      total={total}
      layout={layout}
      columns={LIST_COLUMNS[layout]}
      head={column => (
        <ColumnHead key={column} column={column} sort={sort} onSort={onSort} />
      )}
      cell={Cell}
    />
  );
}
