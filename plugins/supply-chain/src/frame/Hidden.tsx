import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    margin: -1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Words for those who listen to the page. */
export function Hidden({
  children,
  announce = false,
}: {
  children: ReactNode;
  /** Read it out, politely, whenever it changes. */
  announce?: boolean;
}) {
  const { hidden } = useStyles();
  return (
    <span className={hidden} {...(announce && { role: 'status' })}>
      {children}
    </span>
  );
}
