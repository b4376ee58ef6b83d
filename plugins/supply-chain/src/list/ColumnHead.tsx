import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkloadsQuery } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Column } from './listLayout';
import { useTableStyles } from './useTableStyles';

type Sort = WorkloadsQuery['sort'];

const SORTS: Partial<Record<Column, { up: Sort; down: Sort }>> = {
  workload: { up: 'name', down: '-name' },
  state: { up: 'phase', down: '-phase' },
  age: { up: 'age', down: '-age' },
};

const WORDS = {
  workload: 'list.columnWorkload',
  state: 'list.columnState',
  chain: 'list.columnChain',
  says: 'list.columnSays',
  tag: 'list.columnTag',
  why: 'list.columnWhy',
  age: 'list.columnAge',
} as const;

/** The head of a column; a button where the list can be sorted by it. */
export function ColumnHead({
  column,
  sort,
  onSort,
}: {
  column: Column;
  sort: Sort;
  onSort: (sort: Sort) => void;
}) {
  const classes = useTableStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const word = t(WORDS[column]);
  const sorts = SORTS[column];
  if (!sorts) return <div role="columnheader">{word}</div>;
  let now: 'ascending' | 'descending' | undefined;
  if (sort === sorts.up) now = 'ascending';
  if (sort === sorts.down) now = 'descending';
  return (
    <div role="columnheader" aria-sort={now ?? 'none'}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => onSort(now === 'ascending' ? sorts.down : sorts.up)}
      >
        {word}
        <span aria-hidden>
          {now === 'ascending' && ' ↑'}
          {now === 'descending' && ' ↓'}
        </span>
      </button>
    </div>
  );
}
