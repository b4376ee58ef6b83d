import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { quietColor } from '../phase/quietColor';

const useStyles = makeStyles((theme: Theme) => ({
  section: {
    '& + &': {
      marginTop: theme.spacing(2),
      paddingTop: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    margin: theme.spacing(0, 0, 1.25),
  },
  title: { margin: 0, fontSize: 15, fontWeight: 600 },
  aside: {
    fontSize: 12.5,
    color: quietColor(theme),
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** A part of a panel under its title; a hairline keeps it from the part above. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        <span className={classes.aside}>{aside}</span>
      </div>
      {children}
    </section>
  );
}
