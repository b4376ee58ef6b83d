import { useMemo } from 'react';
import type { RowList } from './engine/RowList';
import type { ErrorLines } from './firstErrorOf';
import type { LineRange } from './lineRange';
import type { RowViewport } from './rows/RowViewport';
import type { LogMatches } from './useLogSearch';
import { useLogStyles } from './useLogStyles';

/** px of a mark: the thinnest one that is seen. */
const MARK = 3;

/** px. Narrower than scroll bars are: where they lie over the text, little of it is hidden. */
const WIDTH = 6;

export type LogMarksProps = {
  viewport: RowViewport;
  rows: RowList;
  rowCount: number;
  /** px of the view. */
  height: number;
  matches: LogMatches;
  picked: LineRange | undefined;
  error: ErrorLines | undefined;
};

/** Beside the scroll bar: where the matches are, the reader's own, the cause of the failure and the lines that were picked. */
export function LogMarks(props: LogMarksProps) {
  const { viewport, rows, rowCount, height, matches, picked, error } = props;
  const classes = useLogStyles();
  const { count, isSearching, hasMatch, place } = matches;
  const found = useMemo(
    () => (count > 0 ? stretches(viewport, rows, height, hasMatch) : ''),
    // The same objects know of more rows and matches.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [viewport, rows, rowCount, height, hasMatch, count, isSearching],
  );
  if (height <= 0) return null;
  const one = (line: number) =>
    bar(Math.floor(viewport.shareOf(rows.rowOfLine(line)) * height));
  return (
    <svg
      className={classes.marks}
      width={WIDTH}
      height={height}
      aria-hidden="true"
      data-testid="log-marks"
    >
      <path className={classes.markMatch} d={found} />
      {error && <path className={classes.markError} d={one(error.from)} />}
      {picked && (
        <path className={classes.markPicked} d={one(picked.from - 1)} />
      )}
      {place && <path className={classes.markCurrent} d={one(place.line)} />}
    </svg>
  );
}

/** A bar for each stretch of the scroll bar in which something was found, as one path: one element, however many matches. */
function stretches(
  viewport: RowViewport,
  rows: RowList,
  height: number,
  hasMatch: (from: number, to: number) => boolean,
): string {
  let path = '';
  let from = rows.lineFrom(viewport.rowAtShare(0));
  for (let top = 0; top < height; top += MARK) {
    const next = viewport.rowAtShare((top + MARK) / height);
    const isLast = top + MARK >= height;
    const to = isLast ? Infinity : rows.lineFrom(next);
    if (to > from && hasMatch(from, to)) path += bar(top);
    from = to;
  }
  return path;
}

const bar = (top: number) => `M0 ${top}h${WIDTH}v${MARK}h-${WIDTH}z`;
