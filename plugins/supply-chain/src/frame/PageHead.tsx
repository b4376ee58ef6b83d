import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { Crumbs } from './Crumbs';

const useStyles = makeStyles((theme: Theme) => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    minHeight: 36,
  },
  title: {
    margin: 0,
    fontSize: 24,
    fontWeight: 700,
    lineHeight: 1.3,
    overflowWrap: 'anywhere',
  },
  aside: { marginLeft: 'auto', fontSize: 14 },
}));

/** Where a page is, what it is about, and how that is. */
export function PageHead({
  label,
  trail,
  title,
  children,
  aside,
}: {
  /** Of the way back up. */
  label: string;
  trail: readonly { to: string; words: string }[];
  title: string;
  /** After the title. */
  children?: ReactNode;
  /** At the right. */
  aside?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div>
      <Crumbs label={label} trail={trail} />
      <div className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {children}
        {aside && <div className={classes.aside}>{aside}</div>}
      </div>
    </div>
  );
}
