import { Link } from '@backstage/core-components';
import { useTableStyles } from './useTableStyles';

/** What a row is about: its name, which leads there from anywhere in the row, and where it is. */
export function RowName({
  to,
  name,
  where,
  children,
}: {
  to: string;
  name: string;
  where: string;
  /** After where it is. */
  children?: string | false;
}) {
  const classes = useTableStyles();
  return (
    <>
      <div className={classes.line}>
        <Link to={to} className={classes.name} title={name}>
          {name}
        </Link>
      </div>
      <div
        className={`${classes.line} ${classes.muted}`}
        title={`${where}${children || ''}`}
      >
        {where}
        {children}
      </div>
    </>
  );
}
