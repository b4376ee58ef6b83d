import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles((theme: Theme) => ({
  note: {
    padding: theme.spacing(0.75, 1.75),
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: 13,
  },
}));

/** What one should know of a log before reading it, in a line above it. */
export function LogNote({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <p className={classes.note} style={{ margin: 0 }} role="status">
      {children}
    </p>
  );
}
