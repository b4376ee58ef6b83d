import type { ReactNode } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';

const useStyles = makeStyles((theme: Theme) => ({
  panel: {
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    minWidth: 0,
  },
  padded: { padding: theme.spacing(2, 2.25) },
}));

/** A quiet box: paper, hairline, no shadow. */
export function Panel({
  children,
  padded = true,
  label,
}: {
  children: ReactNode;
  padded?: boolean;
  /** Makes it a landmark of that name. */
  label?: string | undefined;
}) {
  const classes = useStyles();
  return (
    <section
      aria-label={label}
      className={`${classes.panel} ${padded ? classes.padded : ''}`}
    >
      {children}
    </section>
  );
}
