import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles((theme: Theme) => ({
  // As wide as it needs to be: the button stands at the end of a short text, and beside a long one that wraps.
  copyable: {
    display: 'flex',
    alignItems: 'flex-start',
    maxWidth: 'max-content',
    '& + &': { marginTop: theme.spacing(0.5) },
  },
  // Its one line stands at the middle of the button.
  text: { minWidth: 0, padding: theme.spacing(0.5, 0), lineHeight: '16px' },
}));

/** A text and the button that copies it. What is shown may be shorter than what is copied. */
export function Copyable({
  text,
  what,
  children = text,
}: {
  text: string;
  /** Its name, for those who hear several of these. */
  what: string;
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.copyable}>
      <span className={classes.text}>{children}</span>
      <CopyButton text={text} what={what} />
    </div>
  );
}
