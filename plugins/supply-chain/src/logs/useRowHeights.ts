import { useMemo } from 'react';
import type { RowList } from './engine/RowList';
import { TIME_WIDTH, type TimeMode } from './lineTime';
import { EqualHeights } from './rows/EqualHeights';
import type { RowHeights } from './rows/RowHeights';
import { WrappedHeights } from './rows/WrappedHeights';
import { ROW_HEIGHT } from './useLogStyles';

/** px. About what one character takes, for the guess how often a line wraps; what is drawn is measured. */
const CHARACTER = 7.5;

/** px beside the text: number and padding. */
const GUTTER = 86;

/** px beside a time. */
const TIME_GAP = 14;

/** How high the rows of a log are: all the same, or as they wrap in a view of this width. */
export function useRowHeights(
  rows: RowList,
  rowCount: number,
  { wrap, times }: { wrap: boolean; times: TimeMode },
  width: number,
): { heights: RowHeights; wrapped: WrappedHeights | undefined } {
  const wrapped = useMemo(() => {
    const time = times === 'off' ? 0 : TIME_WIDTH[times] * CHARACTER + TIME_GAP;
    const room = width - GUTTER - time;
    return wrap
      ? new WrappedHeights({
          line: ROW_HEIGHT,
          columns: Math.max(8, Math.floor(room / CHARACTER)),
          bytes: (from, to) => rows.bytesOf(from, to),
        })
      : undefined;
  }, [rows, wrap, times, width]);
  const equal = useMemo(
    () => new EqualHeights(rowCount, ROW_HEIGHT),
    [rowCount],
  );
  if (wrapped && wrapped.count !== rowCount) wrapped.setCount(rowCount);
  return { heights: wrapped ?? equal, wrapped };
}
