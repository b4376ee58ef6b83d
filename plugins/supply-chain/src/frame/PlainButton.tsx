import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles((theme: Theme) => ({
  button: {
    minHeight: 33,
    padding: theme.spacing(0, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 6,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    font: 'inherit',
    fontSize: 13,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    '&:hover:enabled': { background: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
    '&:disabled': { color: theme.palette.text.disabled, cursor: 'default' },
  },
  emphasis: { borderColor: theme.palette.text.primary, fontWeight: 600 },
}));

/** A button without colour. `emphasis`: what one came for, of two beside each other. */
export function PlainButton({
  children,
  onClick,
  disabled = false,
  emphasis = false,
  hint,
}: {
  children: ReactNode;
  onClick: () => void;
  disabled?: boolean;
  emphasis?: boolean;
  hint?: string;
}) {
  const classes = useStyles();
  return (
    <button
      type="button"
      className={`${classes.button} ${emphasis ? classes.emphasis : ''}`}
      onClick={onClick}
      disabled={disabled}
      title={hint}
    >
      {children}
    </button>
  );
}
