import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { quietColor } from '../phase/quietColor';
import { useStackedTable } from './useStackedTable';

const useStyles = makeStyles((theme: Theme) => ({
  // It scrolls within itself on a narrow page.
  // What is only for listening lies over it, and would be beyond the page.
  scroll: { overflowX: 'auto', position: 'relative' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: 13,
    '& th, & td': {
      padding: theme.spacing(0.875, 1.25),
      borderBottom: `1px solid ${theme.palette.divider}`,
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    '& th': {
      fontSize: 12.5,
      fontWeight: 600,
      color: quietColor(theme),
      whiteSpace: 'nowrap',
    },
    '& tr:last-child td': { borderBottom: 0 },
  },
}));

export type PlainRow = {
  readonly key: string;
  /** As many as there are columns. */
  readonly cells: readonly ReactNode[];
};

/** A table of facts; one block a row where the page is narrow. */
export function PlainTable({
  label,
  columns,
  rows,
  minWidth,
}: {
  label: string;
  columns: readonly string[];
  rows: readonly PlainRow[];
  /** px. Narrower than this it scrolls. */
  minWidth?: number;
}) {
  const { table, scroll } = useStyles();
  const { stacked } = useStackedTable();
  return (
    <div className={scroll}>
      <table
        className={`${table} ${stacked}`}
        style={{ minWidth }}
        aria-label={label}
      >
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={index} data-label={columns[index]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
