import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { WorkloadRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useWorkloadHref } from '../hooks/useWorkloadHref';
import { MiniPipeline } from '../phase/MiniPipeline';
import { PhaseMark } from '../phase/PhaseMark';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  box: { padding: theme.spacing(2, 2.25), color: theme.palette.text.primary },
  title: { margin: theme.spacing(0, 0, 1), fontSize: 16, fontWeight: 600 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    fontSize: 14,
  },
  grow: { flexGrow: 1 },
}));

/** Several workloads carry the name: which one is meant is the reader's choice. */
export function WorkloadLinks({ rows }: { rows: readonly WorkloadRow[] }) {
  const classes = useStyles();
  const href = useWorkloadHref();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const title = t('entity.several', { count: rows.length });
  return (
    <div className={classes.box}>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.list} aria-label={title}>
        {rows.map(({ ref, phase, pipeline }) => (
          <li key={`${ref.cluster}/${ref.namespace}`} className={classes.item}>
            <Link to={href(ref)} className={classes.grow}>
              {t('list.where', {
                namespace: `${ref.namespace}/${ref.name}`,
                cluster: ref.cluster,
              })}
            </Link>
            <MiniPipeline stages={pipeline} />
            <PhaseMark phase={phase} />
          </li>
        ))}
      </ul>
    </div>
  );
}
