import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  assertNever,
  type ImageRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useFleetHref } from '../hooks/useFleetHref';
import { RowAge } from '../list/RowAge';
import { RowName } from '../list/RowName';
import { RowState } from '../list/RowState';
import { RowWords } from '../list/RowWords';
import { useTableStyles } from '../list/useTableStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { ImageColumn } from './IMAGE_COLUMNS';

/** What one column shows of one image. */
export function ImageCell({
  column,
  row,
}: {
  column: ImageColumn;
  row: ImageRow;
}) {
  const classes = useTableStyles();
  const href = useFleetHref();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  switch (column) {
    case 'image': {
      const { namespace, cluster, name } = row.ref;
      return (
        <RowName
          to={href.image(row.ref)}
          name={name}
          where={t('image.where', { namespace, cluster })}
        >
          {row.workload !== undefined &&
            ` · ${t('image.ofWorkload', { name: row.workload })}`}
        </RowName>
      );
    }
    case 'state':
      return <RowState phase={row.phase} stale={row.stale} />;
    case 'says':
      return (
        <RowWords
          quiet={!row.says}
          words={
            row.says ??
            (row.missingWorkload === undefined
              ? undefined
              : t('image.missing', { name: row.missingWorkload }))
          }
        />
      );
    case 'tag':
      return (
        <>
          <div className={`${classes.line} ${classes.mono}`} title={row.image}>
            {row.tag ?? (
              <span className={classes.muted}>{t('list.noTag')}</span>
            )}
          </div>
          {row.builder && (
            <div className={`${classes.line} ${classes.muted}`}>
              {`${t('image.columnBuilder')} ${row.builder}`}
            </div>
          )}
        </>
      );
    case 'why':
      return <RowWords words={row.why} />;
    case 'age':
      return <RowAge row={row} />;
    default:
      return assertNever(column);
  }
}
