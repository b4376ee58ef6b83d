import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ImageRow,
  RowSort,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { usePageStyles } from '../frame/usePageStyles';
import { useWidth } from '../frame/useWidth';
import { CardSort } from '../list/CardSort';
import { ColumnHead, type ColumnSorts } from '../list/ColumnHead';
import { listLayout } from '../list/listLayout';
import { RowTable } from '../list/RowTable';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ImageCell } from './ImageCell';
import { IMAGE_COLUMNS, type ImageColumn } from './IMAGE_COLUMNS';

const WORDS = {
  image: 'image.columnImage',
  state: 'image.columnState',
  says: 'image.columnSays',
  tag: 'image.columnTag',
  why: 'image.columnWhy',
  age: 'image.columnAge',
} as const;

const SORTS: Partial<Record<ImageColumn, ColumnSorts>> = {
  image: { up: 'name', down: '-name' },
  state: { up: 'phase', down: '-phase' },
  age: { up: 'age', down: '-age' },
};

const Cell = memo(ImageCell);

/** The images; a click on a column's head sorts them. */
export function ImageTable({
  rows,
  total,
  sort,
  onSort,
}: {
  /** Undefined while the first page is on its way. */
  rows: readonly ImageRow[] | undefined;
  total: number | undefined;
  sort: RowSort;
  onSort: (sort: RowSort) => void;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { page } = usePageStyles();
  const [width, measure] = useWidth();
  const layout = listLayout(width);
  return (
    <div ref={measure} className={page}>
      {layout === 'cards' && <CardSort sort={sort} onSort={onSort} />}
      <RowTable
        label={t('image.title')}
        rows={rows}
        total={total}
        layout={layout}
        columns={IMAGE_COLUMNS[layout]}
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
    </div>
  );
}
