import { useParams } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { EntityHrefContext } from '../entity/EntityHrefContext';
import { useEntityHref } from '../entity/useEntityHref';
import { quietColor } from '../phase/quietColor';
import { useLive } from '../hooks/useLive';
import { PhaseMark } from '../phase/PhaseMark';
import { rootRouteRef } from '../routes';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { WorkloadBody } from './WorkloadBody';

const useStyles = makeStyles((theme: Theme) => ({
  crumbs: { fontSize: 13, marginBottom: theme.spacing(0.5) },
  trail: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.75),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > * + *::before': {
      content: '"/"',
      marginRight: theme.spacing(0.75),
      color: quietColor(theme),
    },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    minHeight: 36,
    marginBottom: theme.spacing(1.75),
  },
  title: {
    margin: 0,
    fontSize: 24,
    fontWeight: 700,
    lineHeight: 1.3,
    overflowWrap: 'anywhere',
  },
  entity: { marginLeft: 'auto', fontSize: 14 },
}));

/** One workload's way to production. */
export function WorkloadPage() {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { cluster = '', namespace = '', name = '' } = useParams();
  const all = useRouteRef(rootRouteRef)();
  const workload = { cluster, namespace, name };
  const live = useLive({ type: 'workload', ref: workload });
  const entityHref = useEntityHref(workload);
  return (
    <EntityHrefContext.Provider value={entityHref}>
      <nav className={classes.crumbs} aria-label={t('graph.breadcrumb')}>
        <ol className={classes.trail}>
          <li>
            <Link to={all}>{t('graph.allChains')}</Link>
          </li>
          <li>
            <Link to={`${all}?${new URLSearchParams({ namespace })}`}>
              {namespace}
            </Link>
          </li>
        </ol>
      </nav>
      <div className={classes.head}>
        <h1 className={classes.title}>{name}</h1>
        <span role="status">
          {live.view && <PhaseMark phase={live.view.phase} />}
        </span>
        {entityHref && (
          <Link to={entityHref} className={classes.entity}>
            {t('graph.openEntity')}
          </Link>
        )}
      </div>
      <WorkloadBody workload={workload} live={live} />
    </EntityHrefContext.Provider>
  );
}
