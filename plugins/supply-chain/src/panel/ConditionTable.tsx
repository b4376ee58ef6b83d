import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ConditionView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { useStackedTable } from '../frame/useStackedTable';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  scroll: {
    overflowX: 'auto',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: 13,
    '& th, & td': {
      padding: theme.spacing(0.75, 1.5, 0.75, 0),
      textAlign: 'left',
      verticalAlign: 'top',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& tr:last-child td': { borderBottom: 0 },
    '& th': {
      fontSize: 12,
      fontWeight: 600,
      color: quietColor(theme),
    },
  },
  type: { [theme.breakpoints.down('xs')]: { fontWeight: 600 } },
  message: {
    minWidth: 240,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
  quiet: { color: quietColor(theme), whiteSpace: 'nowrap' },
}));

/** Conditions as Kubernetes writes them. */
export function ConditionTable({
  conditions,
}: {
  conditions: readonly ConditionView[];
}) {
  const classes = useStyles();
  const { stacked } = useStackedTable();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div
      className={classes.scroll}
      role="group"
      aria-label={t('stage.conditions')}
      // It scrolls sideways on a narrow page, and holds nothing else that the Tab key stops at.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table
        className={`${classes.table} ${stacked}`}
        aria-label={t('stage.conditions')}
      >
        <thead>
          <tr>
            <th scope="col">{t('stage.type')}</th>
            <th scope="col">{t('stage.status')}</th>
            <th scope="col">{t('stage.reason')}</th>
            <th scope="col">{t('stage.message')}</th>
            <th scope="col">{t('stage.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {conditions.map(({ type, status, reason, message, at }, index) => (
            <tr key={index}>
              <td className={classes.type}>{type}</td>
              <td data-label={t('stage.status')}>{status}</td>
              <td data-label={t('stage.reason')}>{reason}</td>
              <td className={classes.message} data-label={t('stage.message')}>
                {message}
              </td>
              <td className={classes.quiet} data-label={t('stage.changed')}>
                <Age since={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
