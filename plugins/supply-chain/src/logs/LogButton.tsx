import type { ReactNode } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';

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
    '&[aria-pressed=true]': {
      borderColor: theme.palette.text.primary,
      background: theme.palette.action.hover,
    },
  },
}));

/** A button of the row above a log. `pressed` makes it a switch. */
export function LogButton({
  children,
  onClick,
  label,
  pressed,
  disabled = false,
}: {
  children: ReactNode;
  onClick: () => void;
  /** Name and hint, where the text alone is not enough. */
  label?: string | undefined;
  pressed?: boolean;
  disabled?: boolean;
}) {
  const classes = useStyles();
  return (
    <button
      type="button"
      className={classes.button}
      onClick={onClick}
      disabled={disabled}
      {...(label !== undefined && { title: label, 'aria-label': label })}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
    >
      {children}
    </button>
  );
}
