import type { RowSort } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useTableStyles } from './useTableStyles';

/** The two orders of a column: what one expects first, and the other way round. */
export type ColumnSorts = { readonly up: RowSort; readonly down: RowSort };

/** The head of a column; a button where the list can be sorted by it. */
export function ColumnHead({
  word,
  sorts,
  sort,
  onSort,
}: {
  word: string;
  sorts: ColumnSorts | undefined;
  sort: RowSort;
  onSort: (sort: RowSort) => void;
}) {
  const classes = useTableStyles();
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
