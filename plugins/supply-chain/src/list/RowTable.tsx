import type { ComponentType, ReactNode } from 'react';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ROW_HEIGHT, type ListLayout } from './listLayout';
import { useTableStyles } from './useTableStyles';
import { useViewportRows } from './useViewportRows';

/** Rows of bones while the first page is on its way: about a screen. */
const BONES = 10;

/** Objects, one a row, or one a card where it is narrow. Only the rows on screen are on the page. */
export function RowTable<
  Column extends string,
  Row extends { readonly ref: ObjectRef },
>({
  label,
  rows,
  total,
  layout,
  columns,
  head,
  cell: Cell,
}: {
  label: string;
  /** Undefined while the first page is on its way. */
  rows: readonly Row[] | undefined;
  total: number | undefined;
  layout: ListLayout;
  /** From left to right, with their grid tracks. */
  columns: readonly (readonly [Column, string])[];
  /** The head of a column, a `columnheader`. */
  head: (column: Column) => ReactNode;
  /** What a column shows of a row: a `memo`, so that rows whose view did not change are not drawn again, whatever else moves. */
  cell: ComponentType<{ column: Column; row: Row }>;
}) {
  const classes = useTableStyles();
  const cards = layout === 'cards';
  const gridTemplateColumns = cards
    ? '1fr auto'
    : columns.map(([, track]) => track).join(' ');
  const rowHeight = ROW_HEIGHT[layout];
  const { ref, height, items } = useViewportRows(
    rows?.length ?? BONES,
    rowHeight,
  );
  return (
    <div
      className={classes.table}
      role="table"
      aria-label={label}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-busy={rows === undefined}
    >
      {!cards && (
        <div
          role="row"
          aria-rowindex={1}
          className={`${classes.grid} ${classes.head}`}
          style={{ gridTemplateColumns }}
        >
          {columns.map(([column]) => head(column))}
        </div>
      )}
      <div
        ref={ref}
        role="rowgroup"
        className={classes.body}
        style={{ height }}
      >
        {items.map(({ index, start }) => {
          const row = rows?.[index];
          return (
            <div
              key={row ? rowKey(row.ref) : index}
              role="row"
              aria-rowindex={index + 2}
              aria-hidden={row ? undefined : true}
              className={`${classes.grid} ${classes.row} ${
                cards ? classes.card : ''
              }`}
              style={{
                height: rowHeight,
                gridTemplateColumns,
                transform: `translateY(${start}px)`,
              }}
            >
              {columns.map(([column]) =>
                row ? (
                  <div
                    key={column}
                    role="cell"
                    className={classes.cell}
                    data-column={column}
                  >
                    <Cell column={column} row={row} />
                  </div>
                ) : (
                  <div key={column} role="cell" className={classes.bone} />
                ),
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const rowKey = ({ cluster, namespace, name }: ObjectRef) =>
  `${cluster}/${namespace}/${name}`;
