import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { WorkloadRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { useWorkloadHref } from '../hooks/useWorkloadHref';
import { MiniPipeline } from '../phase/MiniPipeline';
import { PhaseMark } from '../phase/PhaseMark';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  summary: { display: 'grid', gap: theme.spacing(1.25), fontSize: 14 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
  },
  says: { margin: 0, overflowWrap: 'anywhere' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    '& dt': { color: quietColor(theme) },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  mono: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 13,
  },
}));

/** A workload in a few lines. */
export function WorkloadSummary({ row }: { row: WorkloadRow }) {
  const classes = useStyles();
  const href = useWorkloadHref();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { ref, phase, pipeline, says, saysOf, tag, why } = row;
  const since = row.changedAt ?? row.createdAt;
  return (
    <div className={classes.summary}>
      <div className={classes.head}>
        <PhaseMark phase={phase} />
        <MiniPipeline stages={pipeline} />
      </div>
      {says && <p className={classes.says}>{says}</p>}
      <dl className={classes.facts}>
        {tag && (
          <>
            <dt>{t('entity.tag')}</dt>
            <dd className={classes.mono}>{tag}</dd>
          </>
        )}
        {why && (
          <>
            <dt>{t('entity.why')}</dt>
            <dd>{why}</dd>
          </>
        )}
        {since && (
          <>
            <dt>{t('entity.changed')}</dt>
            <dd>
              <Age since={since} />
            </dd>
          </>
        )}
      </dl>
      <Link to={href(ref, saysOf)}>{t('entity.open')}</Link>
    </div>
  );
}
