import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  WorkloadRow,
  WorkloadsQuery,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ColumnHead } from './ColumnHead';
import {
  LIST_COLUMNS,
  ROW_HEIGHT,
  type Column,
  type ListLayout,
} from './listLayout';
import { useTableStyles } from './useTableStyles';
import { useViewportRows } from './useViewportRows';
import { WorkloadCell } from './WorkloadCell';

/** Rows of bones while the first page is on its way: about a screen. */
const BONES = 10;

/** The workloads, one a row, or one a card where it is narrow. Only the rows on screen are on the page. */
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
  const classes = useTableStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const columns = LIST_COLUMNS[layout];
  const cards = layout === 'cards';
  const tracks = cards
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
      aria-label={t('list.title')}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-busy={rows === undefined}
    >
      {!cards && (
        <div
          role="row"
          aria-rowindex={1}
          className={`${classes.grid} ${classes.head}`}
          style={{ gridTemplateColumns: tracks }}
        >
          {columns.map(([column]) => (
            <ColumnHead
              key={column}
              column={column}
              sort={sort}
              onSort={onSort}
            />
          ))}
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
              key={row ? rowKey(row) : index}
              role="row"
              aria-rowindex={index + 2}
              aria-hidden={row ? undefined : true}
              className={`${classes.grid} ${classes.row} ${
                cards ? classes.card : ''
              }`}
              style={{
                height: rowHeight,
                gridTemplateColumns: tracks,
                transform: `translateY(${start}px)`,
              }}
            >
              {columns.map(([column]) =>
                row ? (
                  <Cell key={column} column={column} row={row} />
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

/** Rows whose view did not change are not drawn again, whatever else moves. */
const Cell = memo(function CellOf(props: { column: Column; row: WorkloadRow }) {
  const { cell } = useTableStyles();
  return (
    <div role="cell" className={cell} data-column={props.column}>
      <WorkloadCell {...props} />
    </div>
  );
});

const rowKey = ({ ref: { cluster, namespace, name } }: WorkloadRow) =>
  `${cluster}/${namespace}/${name}`;
