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
    '&:hover:enabled:not([aria-disabled])': {
      background: theme.palette.action.hover,
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
    '&:disabled, &[aria-disabled]': {
      color: theme.palette.text.disabled,
      cursor: 'default',
    },
    '&[aria-pressed=true]': {
      borderColor: theme.palette.text.primary,
      background: theme.palette.action.hover,
    },
  },
  emphasis: { borderColor: theme.palette.text.primary, fontWeight: 600 },
}));

export type PlainButtonProps = {
  children: ReactNode;
  onClick: (event: { currentTarget: HTMLElement }) => void;
  /** Its name, and its hint if it has no other, where what is on it is not enough. */
  label?: string | undefined;
  hint?: string | undefined;
  /** Makes it a switch. */
  pressed?: boolean | undefined;
  /** It opens something: whether that is open. */
  expanded?: boolean | undefined;
  disabled?: boolean;
  /** What it asks for is under way: it does nothing, and whoever is on it stays on it. */
  busy?: boolean;
  /** What one came for, of two beside each other. */
  emphasis?: boolean;
};

/** A button without colour. */
export function PlainButton({
  children,
  onClick,
  label,
  hint = label,
  pressed,
  expanded,
  disabled = false,
  busy = false,
  emphasis = false,
}: PlainButtonProps) {
  const classes = useStyles();
  return (
    <button
      type="button"
      className={`${classes.button} ${emphasis ? classes.emphasis : ''}`}
      onClick={busy ? undefined : onClick}
      aria-disabled={busy || undefined}
      disabled={disabled}
      title={hint}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
    >
      {children}
    </button>
  );
}
