import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ImageRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useWidth } from '../frame/useWidth';
import { listLayout } from '../list/listLayout';
import { RowTable } from '../list/RowTable';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ImageCell } from './ImageCell';
import { IMAGE_COLUMNS } from './IMAGE_COLUMNS';

const WORDS = {
  image: 'image.columnImage',
  state: 'image.columnState',
  says: 'image.columnSays',
  tag: 'image.columnTag',
  why: 'image.columnWhy',
  age: 'image.columnAge',
} as const;

const Cell = memo(ImageCell);

/** The images. */
export function ImageTable({
  rows,
  total,
}: {
  /** Undefined while the first page is on its way. */
  rows: readonly ImageRow[] | undefined;
  total: number | undefined;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [width, measure] = useWidth();
  const layout = listLayout(width);
  return (
    <div ref={measure}>
      <RowTable
        label={t('image.title')}
        rows={rows}
        total={total}
        layout={layout}
        columns={IMAGE_COLUMNS[layout]}
        head={column => (
          <div key={column} role="columnheader">
            {t(WORDS[column])}
          </div>
        )}
        cell={Cell}
      />
    </div>
  );
}
