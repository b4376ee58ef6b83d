import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/core-components';
import {
  assertNever,
  type WorkloadRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useWorkloadHref } from '../hooks/useWorkloadHref';
import { MiniPipeline } from '../phase/MiniPipeline';
import { PhaseMark } from '../phase/PhaseMark';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Column } from './listLayout';
import { useTableStyles } from './useTableStyles';

/** What one column shows of one workload. */
export function WorkloadCell({
  column,
  row,
}: {
  column: Column;
  row: WorkloadRow;
}) {
  const classes = useTableStyles();
  const href = useWorkloadHref();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  switch (column) {
    case 'workload': {
      const { cluster, namespace, name } = row.ref;
      const where = t('list.where', { namespace, cluster });
      return (
        <>
          <div className={classes.line}>
            <Link to={href(row.ref)} className={classes.name} title={name}>
              {name}
            </Link>
          </div>
          <div className={`${classes.line} ${classes.muted}`} title={where}>
            {where}
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
    case 'chain':
      return (
        <div className={classes.above}>
          <MiniPipeline stages={row.pipeline} />
        </div>
      );
    case 'says': {
      const { says } = row;
      return says === undefined ? null : (
        <div className={classes.clamp} title={says}>
          {says}
          {row.owner && (
            <span className={classes.muted}>
              {' '}
              {t(
                row.owner === 'platform'
                  ? 'list.ownerPlatform'
                  : 'list.ownerDeveloper',
              )}
            </span>
          )}
        </div>
      );
    }
    case 'tag':
      return <Tag row={row} />;
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

function Tag({ row }: { row: WorkloadRow }) {
  const classes = useTableStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (row.tag === undefined) {
    // Only where an image is made is its absence worth a word.
    return row.engine === undefined ? null : (
      <span className={classes.muted}>{t('list.noTag')}</span>
    );
  }
  return (
    <>
      <div className={`${classes.line} ${classes.mono}`} title={row.tag}>
        {row.tag}
      </div>
      {(row.engine === 'dockerfile' || row.engine === 'prebuilt') && (
        <div className={classes.muted}>
          {t(
            row.engine === 'dockerfile'
              ? 'list.engineDockerfile'
              : 'list.enginePrebuilt',
          )}
        </div>
      )}
    </>
  );
}
