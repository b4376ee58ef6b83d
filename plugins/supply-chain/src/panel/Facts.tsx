import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { quietColor } from '../phase/quietColor';
import { MONOSPACE } from '../frame/MONOSPACE';

const useStyles = makeStyles((theme: Theme) => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(88px, 128px) minmax(0, 1fr)',
    alignItems: 'baseline',
    gap: theme.spacing(0.875, 1.5),
    margin: 0,
    fontSize: 13.5,
    '& dt': { color: quietColor(theme) },
    '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
    // The values, digests above all, need the room more than the names.
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: '88px minmax(0, 1fr)',
      columnGap: theme.spacing(1),
    },
  },
  mono: { fontFamily: MONOSPACE, fontSize: 12.5 },
}));

/** Names and values. A fact without a value is left out. */
export function Facts({
  facts,
}: {
  facts: readonly { name: string; value: ReactNode; mono?: boolean }[];
}) {
  const classes = useStyles();
  return (
    <dl className={classes.facts}>
      {facts
        .filter(({ value }) => value !== undefined && value !== '')
        .map(({ name, value, mono }) => [
          <dt key={`${name} name`}>{name}</dt>,
          <dd key={name} className={mono ? classes.mono : undefined}>
            {value}
          </dd>,
        ])}
    </dl>
  );
}
