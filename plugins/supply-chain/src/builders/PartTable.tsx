import type { ReactNode } from 'react';
import { Panel } from '../frame/Panel';
import { usePageStyles } from '../frame/usePageStyles';

/** A titled table of what builders are made of. Nothing when there is none. */
export function PartTable({
  title,
  columns,
  children,
  count,
}: {
  title: string;
  columns: readonly string[];
  /** Rows. */
  children: ReactNode;
  count: number;
}) {
  const classes = usePageStyles();
  if (count === 0) return null;
  return (
    <section>
      <h2 className={classes.section}>{title}</h2>
      <Panel padded={false}>
        <div className={classes.scroll}>
          <table className={classes.table} aria-label={title}>
            <thead>
              <tr>
                {columns.map(column => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      </Panel>
    </section>
  );
}
