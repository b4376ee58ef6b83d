import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
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
  grow: { flexGrow: 1, overflowWrap: 'anywhere' },
}));

/** Several workloads or images are what an entity may mean: which one is the reader's choice. */
export function EntityChoice({
  title,
  choices,
}: {
  title: string;
  choices: readonly { ref: ObjectRef; to: string; marks: ReactNode }[];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div className={classes.box}>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.list} aria-label={title}>
        {choices.map(({ ref: { cluster, namespace, name }, to, marks }) => (
          <li key={to} className={classes.item}>
            <Link to={to} className={classes.grow}>
              {t('list.where', { namespace: `${namespace}/${name}`, cluster })}
            </Link>
            {marks}
          </li>
        ))}
      </ul>
    </div>
  );
}
