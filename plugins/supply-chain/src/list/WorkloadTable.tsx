import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  RowSort,
  WorkloadRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { CardSort } from './CardSort';
import { ColumnHead, type ColumnSorts } from './ColumnHead';
import { LIST_COLUMNS, type Column, type ListLayout } from './listLayout';
import { RowTable } from './RowTable';
import { WorkloadCell } from './WorkloadCell';

const Cell = memo(WorkloadCell);

const WORDS = {
  workload: 'list.columnWorkload',
  state: 'list.columnState',
  chain: 'list.columnChain',
  says: 'list.columnSays',
  tag: 'list.columnTag',
  why: 'list.columnWhy',
  age: 'list.columnAge',
} as const;

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
    <>
      {layout === 'cards' && <CardSort sort={sort} onSort={onSort} />}
      <RowTable
        label={t('list.title')}
        rows={rows}
        total={total}
        layout={layout}
        columns={LIST_COLUMNS[layout]}
        head={column => (
          <ColumnHead
            key={column}
            word={t(WORDS[column])}
            sorts={SORTS[column]}
            sort={sort}
            onSort={onSort}
          />
        )}
        cell={Cell}
      />
    </>
  );
}
