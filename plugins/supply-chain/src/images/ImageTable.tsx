import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ImageRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useWidth } from '../frame/useWidth';
import { listLayout, ROW_HEIGHT } from '../list/listLayout';
import { useTableStyles } from '../list/useTableStyles';
import { useViewportRows } from '../list/useViewportRows';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ImageCell } from './ImageCell';
import { IMAGE_COLUMNS, type ImageColumn } from './IMAGE_COLUMNS';

/** Rows of bones while the first page is on its way: about a screen. */
const BONES = 8;

const WORDS = {
  image: 'image.columnImage',
  state: 'image.columnState',
  says: 'image.columnSays',
  tag: 'image.columnTag',
  why: 'image.columnWhy',
  age: 'image.columnAge',
} as const;

/** The images, one a row, or one a card where it is narrow. Only the rows on screen are on the page. */
export function ImageTable({
  rows,
  total,
}: {
  /** Undefined while the first page is on its way. */
  rows: readonly ImageRow[] | undefined;
  total: number | undefined;
}) {
  const classes = useTableStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [width, measure] = useWidth();
  const layout = listLayout(width);
  const columns = IMAGE_COLUMNS[layout];
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
      ref={measure}
      className={classes.table}
      role="table"
      aria-label={t('image.title')}
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
            <div key={column} role="columnheader">
              {t(WORDS[column])}
            </div>
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
const Cell = memo(function CellOf(props: {
  column: ImageColumn;
  row: ImageRow;
}) {
  const { cell } = useTableStyles();
  return (
    <div role="cell" className={cell} data-column={props.column}>
      <ImageCell {...props} />
    </div>
  );
});

const rowKey = ({ ref: { cluster, namespace, name } }: ImageRow) =>
  `${cluster}/${namespace}/${name}`;
