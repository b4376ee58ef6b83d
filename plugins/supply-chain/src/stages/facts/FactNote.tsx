import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { toneColor } from '../../phase/toneColor';

const useStyles = makeStyles((theme: Theme) => ({
  note: {
    margin: theme.spacing(0, 0, 1.5),
    padding: theme.spacing(0.5, 0, 0.5, 1.5),
    borderLeft: '3px solid',
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  ok: { borderColor: toneColor(theme, 'ok') },
  bad: { borderColor: toneColor(theme, 'bad') },
  warn: { borderColor: toneColor(theme, 'warn') },
  idle: { borderColor: toneColor(theme, 'idle') },
}));

/** The sentence before the facts: what one came to see. Its words say it all, the line beside it only how it is meant. */
export function FactNote({
  tone,
  children,
}: {
  tone: 'ok' | 'bad' | 'warn' | 'idle';
  children: ReactNode;
}) {
  const classes = useStyles();
  return <p className={`${classes.note} ${classes[tone]}`}>{children}</p>;
}
