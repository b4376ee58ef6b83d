import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ImageRow,
  WorkloadRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
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

/** What an entity means, a workload or a kpack Image, in a few lines. */
export function EntitySummary({
  row,
  marks,
  to,
  words,
}: {
  row: WorkloadRow | ImageRow;
  /** Beside the phase. */
  marks?: ReactNode;
  /** Where the rest is, and how that is called. */
  to: string;
  words: string;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { phase, says, tag, why } = row;
  const since = row.changedAt ?? row.createdAt;
  return (
    <div className={classes.summary}>
      <div className={classes.head}>
        <PhaseMark phase={phase} />
        {marks}
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
      <Link to={to}>{words}</Link>
    </div>
  );
}
