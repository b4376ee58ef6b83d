import type { ReactNode } from 'react';
import { useTableStyles } from './useTableStyles';

/** A sentence in two lines; all of it on hover. */
export function RowWords({
  words,
  quiet = false,
  children,
}: {
  words: string | undefined;
  quiet?: boolean;
  /** After it, without its weight. */
  children?: ReactNode;
}) {
  const classes = useTableStyles();
  if (words === undefined) return null;
  return (
    <div
      className={`${classes.clamp} ${quiet ? classes.muted : ''}`}
      title={words}
    >
      {words}
      {children && <span className={classes.muted}> {children}</span>}
    </div>
  );
}
