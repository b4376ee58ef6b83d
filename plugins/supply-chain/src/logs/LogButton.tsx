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

export type LogButtonProps = {
  children: ReactNode;
  onClick: (event: { currentTarget: HTMLElement }) => void;
  /** Name and hint, where the text alone is not enough. */
  label?: string | undefined;
  hint?: string | undefined;
  pressed?: boolean | undefined;
  disabled?: boolean;
  /** It opens something: whether that is open. */
  expanded?: boolean | undefined;
};

/** A button of the row above a log. `pressed` makes it a switch. */
export function LogButton(props: LogButtonProps) {
  const { children, onClick, label, hint, pressed, expanded } = props;
  const classes = useStyles();
  return (
    <button
      type="button"
      className={classes.button}
      onClick={onClick}
      disabled={props.disabled ?? false}
      title={hint ?? label}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
    >
      {children}
    </button>
  );
}
