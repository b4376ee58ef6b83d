import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { Crumbs } from './Crumbs';
import { usePageStyles } from './usePageStyles';

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: 24,
    fontWeight: 700,
    lineHeight: 1.3,
    overflowWrap: 'anywhere',
  },
  aside: { marginLeft: 'auto', fontSize: 14 },
});

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
  const { head } = usePageStyles();
  return (
    <div>
      <Crumbs label={label} trail={trail} />
      <div className={head}>
        <h1 className={classes.title}>{title}</h1>
        {children}
        {aside && <div className={classes.aside}>{aside}</div>}
      </div>
    </div>
  );
}
