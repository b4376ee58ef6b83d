import { memo } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { RolloutImage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useWidth } from '../frame/useWidth';
import { useViewportRows } from '../list/useViewportRows';
import { RolloutCell } from './RolloutCell';

/** CSS pixels. A cell holds a name of twenty letters; fixed, so that nothing moves while an update rolls. */
const CELL_WIDTH = 184;
const CELL_HEIGHT = 84;
const GAP = 8;

/** Before it was measured, and where nothing is laid out. */
const UNMEASURED = 4;

const useStyles = makeStyles((theme: Theme) => ({
  grid: {
    position: 'relative',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    color: theme.palette.text.primary,
  },
  cell: { position: 'absolute', left: 0, top: 0, height: CELL_HEIGHT },
}));

/** Images of a builder, a cell each, always in the same place. Only the rows on screen are on the page. */
export function RolloutGrid({
  images,
  label,
}: {
  images: readonly RolloutImage[];
  label: string;
}) {
  const classes = useStyles();
  const [width, measure] = useWidth();
  const columns =
    width === undefined
      ? UNMEASURED
      : Math.max(1, Math.floor((width + GAP) / (CELL_WIDTH + GAP)));
  const cellWidth = `calc((100% - ${(columns - 1) * GAP}px) / ${columns})`;
  const { ref, height, items } = useViewportRows(
    Math.ceil(images.length / columns),
    CELL_HEIGHT + GAP,
    columns,
  );
  return (
    <div ref={measure}>
      <ul
        ref={ref}
        className={classes.grid}
        style={{ height: Math.max(0, height - GAP) }}
        aria-label={label}
      >
        {items.flatMap(({ index: row, start }) =>
          images
            .slice(row * columns, (row + 1) * columns)
            .map((image, column) => (
              <li
                key={keyOf(image)}
                className={classes.cell}
                aria-setsize={images.length}
                aria-posinset={row * columns + column + 1}
                style={{
                  top: start,
                  left: `calc((100% + ${GAP}px) / ${columns} * ${column})`,
                  width: cellWidth,
                }}
              >
                <Cell image={image} />
              </li>
            )),
        )}
      </ul>
    </div>
  );
}

/** Images that did not change are not drawn again, whatever else moves. */
const Cell = memo(RolloutCell);

function keyOf({ ref: { cluster, namespace, name } }: RolloutImage): string {
  return `${cluster}/${namespace}/${name}`;
}
