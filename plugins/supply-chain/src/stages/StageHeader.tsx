import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { StageDetailView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { PhaseMark } from '../phase/PhaseMark';
import { ProblemList } from '../states/ProblemList';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  header: {
    padding: theme.spacing(1.75, 2.25, 1.25),
    display: 'grid',
    gap: theme.spacing(1),
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  title: { margin: 0, fontSize: 18, fontWeight: 600 },
  object: {
    marginLeft: 'auto',
    fontSize: 12.5,
    color: quietColor(theme),
    overflowWrap: 'anywhere',
  },
  stale: { fontSize: 13, color: quietColor(theme) },
}));

/** Which stage, in which phase, which object is behind it, and what of it could not be read. */
export function StageHeader({ detail }: { detail: StageDetailView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { stage, problems, workload } = detail;
  // Then everything may be old, whether or not the cluster has looked at the newest change: the problem says it.
  const isUnheard = problems.some(
    ({ because, cluster }) =>
      because === 'unreachable' && cluster === workload.cluster,
  );
  return (
    <div className={classes.header}>
      <div className={classes.row}>
        <h2 className={classes.title}>{stage.title}</h2>
        <PhaseMark phase={stage.phase.kind} />
        {stage.stampedRef && (
          <span className={classes.object}>
            {`${stage.stampedRef.kind} ${[
              stage.stampedRef.namespace,
              stage.stampedRef.name,
            ]
              .filter(Boolean)
              .join('/')}`}
          </span>
        )}
      </div>
      {stage.stale && !isUnheard && (
        <div className={classes.stale}>{t('stage.stale')}</div>
      )}
      <ProblemList problems={problems} />
    </div>
  );
}
