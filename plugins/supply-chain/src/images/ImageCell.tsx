import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  assertNever,
  type ImageRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useFleetHref } from '../hooks/useFleetHref';
import { useTableStyles } from '../list/useTableStyles';
import { PhaseMark } from '../phase/PhaseMark';
import { Age } from '../time/Age';
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
      const where = t('image.where', { namespace, cluster });
      return (
        <>
          <div className={classes.line}>
            <Link to={href.image(row.ref)} className={classes.name}>
              {name}
            </Link>
          </div>
          <div className={`${classes.line} ${classes.muted}`} title={where}>
            {where}
            {row.workload !== undefined &&
              ` · ${t('image.ofWorkload', { name: row.workload })}`}
          </div>
        </>
      );
    }
    case 'state':
      return (
        <>
          <PhaseMark phase={row.phase} />
          {row.stale && (
            <div className={classes.muted}>{t('list.staleRow')}</div>
          )}
        </>
      );
    case 'says': {
      const says =
        row.says ??
        (row.missingWorkload === undefined
          ? undefined
          : t('image.missing', { name: row.missingWorkload }));
      return says === undefined ? null : (
        <div
          className={`${classes.clamp} ${row.says ? '' : classes.muted}`}
          title={says}
        >
          {says}
        </div>
      );
    }
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
      return row.why === undefined ? null : (
        <div className={classes.clamp} title={row.why}>
          {row.why}
        </div>
      );
    case 'age':
      return (
        <span className={`${classes.age} ${classes.muted}`}>
          <Age since={row.changedAt ?? row.createdAt} />
        </span>
      );
    default:
      return assertNever(column);
  }
}
