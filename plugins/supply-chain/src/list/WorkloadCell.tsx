import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  assertNever,
  type WorkloadRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useWorkloadHref } from '../hooks/useWorkloadHref';
import { MiniPipeline } from '../phase/MiniPipeline';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Column } from './listLayout';
import { RowAge } from './RowAge';
import { RowName } from './RowName';
import { RowState } from './RowState';
import { RowWords } from './RowWords';
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
      return (
        <RowName
          to={href(row.ref)}
          name={name}
          where={t('list.where', { namespace, cluster })}
        />
      );
    }
    case 'state':
      return <RowState phase={row.phase} stale={row.stale} />;
    case 'chain':
      return (
        <div className={classes.above}>
          <MiniPipeline stages={row.pipeline} />
        </div>
      );
    case 'says':
      return (
        <RowWords words={row.says}>
          {row.owner &&
            t(
              row.owner === 'platform'
                ? 'list.ownerPlatform'
                : 'list.ownerDeveloper',
            )}
        </RowWords>
      );
    case 'tag':
      return <Tag row={row} />;
    case 'why':
      return <RowWords words={row.why} />;
    case 'age':
      return <RowAge row={row} />;
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
