import type { ComponentProps } from 'react';
import type {
  ObjectRef,
  RowSort,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { CardSort } from './CardSort';
import { ColumnHead, type ColumnSorts } from './ColumnHead';
import { RowTable } from './RowTable';

/** Rows that a click on a column's head sorts; where they are cards and there is no head, a choice above them. */
export function SortableTable<
  Column extends string,
  Row extends { readonly ref: ObjectRef },
>({
  words,
  sorts,
  sort,
  onSort,
  ...table
}: Omit<ComponentProps<typeof RowTable<Column, Row>>, 'head'> & {
  /** What each column is called. */
  words: Readonly<Record<Column, string>>;
  sorts: Readonly<Partial<Record<Column, ColumnSorts>>>;
  sort: RowSort;
  onSort: (sort: RowSort) => void;
}) {
  return (
    <>
      {table.layout === 'cards' && <CardSort sort={sort} onSort={onSort} />}
      <RowTable
        {...table}
        head={column => (
          <ColumnHead
            key={column}
            word={words[column]}
            sorts={sorts[column]}
            sort={sort}
            onSort={onSort}
          />
        )}
      />
    </>
  );
}
