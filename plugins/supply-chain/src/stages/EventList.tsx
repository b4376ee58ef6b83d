import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { EventView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { toneColor } from '../phase/toneColor';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  events: { listStyle: 'none', margin: 0, padding: 0 },
  event: {
    padding: theme.spacing(0.75, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: 13,
    '&:last-child': { borderBottom: 0 },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 1.25),
    color: quietColor(theme),
    fontSize: 12.5,
  },
  reason: { fontWeight: 600, color: theme.palette.text.primary },
  warning: { fontWeight: 600, color: toneColor(theme, 'warn') },
  message: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  none: { margin: 0, fontSize: 14, color: quietColor(theme) },
}));

/** What Kubernetes tells of the stage's objects, newest first, the same thing once. */
export function EventList({ events }: { events: readonly EventView[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (events.length === 0)
    return <p className={classes.none}>{t('facts.noEvents')}</p>;
  return (
    <ul className={classes.events} aria-label={t('facts.events')}>
      {events.map((event, index) => (
        <li key={index} className={classes.event}>
          <div className={classes.head}>
            {event.isWarning && (
              <span className={classes.warning}>{t('facts.warning')}</span>
            )}
            <span className={classes.reason}>{event.reason}</span>
            <span>{`${event.kind} ${event.name}`}</span>
            {event.lastAt && (
              <span>
                {t('stage.ago', { age: <Age since={event.lastAt} /> })}
              </span>
            )}
            {event.count > 1 && (
              <span>{t('facts.times', { n: `${event.count}` })}</span>
            )}
          </div>
          {event.message && <p className={classes.message}>{event.message}</p>}
        </li>
      ))}
    </ul>
  );
}
