import { makeStyles, type Theme } from '@material-ui/core/styles';
import { Panel } from '../frame/Panel';
import { PlainTable, type PlainRow } from '../frame/PlainTable';
import { usePageStyles } from '../frame/usePageStyles';

/** px. What five columns need. */
const MIN_WIDTH = 640;

const useStyles = makeStyles((theme: Theme) => ({
  // Its cells bring their own room to the edge where they stand in columns.
  table: {
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0, 1.5) },
  },
}));

/** A titled table of what builders are made of. Nothing when there is none. */
export function PartTable({
  title,
  columns,
  rows,
}: {
  title: string;
  columns: readonly string[];
  rows: readonly PlainRow[];
}) {
  const { section } = usePageStyles();
  const { table } = useStyles();
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className={section}>{title}</h2>
      <Panel padded={false}>
        <div className={table}>
          <PlainTable
            label={title}
            columns={columns}
            rows={rows}
            minWidth={MIN_WIDTH}
          />
        </div>
      </Panel>
    </section>
  );
}
