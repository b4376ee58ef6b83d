import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ImageRow,
  RowSort,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { usePageStyles } from '../frame/usePageStyles';
import { useWidth } from '../frame/useWidth';
import type { ColumnSorts } from '../list/ColumnHead';
import { listLayout } from '../list/listLayout';
import { SortableTable } from '../list/SortableTable';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ImageCell } from './ImageCell';
import { IMAGE_COLUMNS, type ImageColumn } from './IMAGE_COLUMNS';

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
      <SortableTable
        label={t('image.title')}
        rows={rows}
        total={total}
        layout={layout}
        columns={IMAGE_COLUMNS[layout]}
        words={{
          image: t('image.columnImage'),
          state: t('image.columnState'),
          says: t('image.columnSays'),
          tag: t('image.columnTag'),
          why: t('image.columnWhy'),
          age: t('image.columnAge'),
        }}
        sorts={SORTS}
        sort={sort}
        onSort={onSort}
        cell={Cell}
      />
    </div>
  );
}
