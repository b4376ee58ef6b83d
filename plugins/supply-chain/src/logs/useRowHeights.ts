import { useMemo } from 'react';
import { EqualHeights } from './rows/EqualHeights';
import type { RowHeights } from './rows/RowHeights';
import { WrappedHeights } from './rows/WrappedHeights';
import type { StepLog } from './StepLog';
import { ROW_HEIGHT } from './useLogStyles';

/** px. About what one character takes, for the guess how often a line wraps; what is drawn is measured. */
const CHARACTER = 7.5;

/** px beside the text: number and padding, and the time where it is shown. */
const GUTTER = 86;
const TIME = 112;

/** How high the rows of a log are: all the same, or as they wrap in a view of this width. */
export function useRowHeights(
  log: StepLog,
  rowCount: number,
  { wrap, showTimes }: { wrap: boolean; showTimes: boolean },
  width: number,
): { heights: RowHeights; wrapped: WrappedHeights | undefined } {
  const wrapped = useMemo(() => {
    const room = width - GUTTER - (showTimes ? TIME : 0);
    return wrap
      ? new WrappedHeights({
          line: ROW_HEIGHT,
          columns: Math.max(8, Math.floor(room / CHARACTER)),
          bytes: (from, to) => log.bytesOfRows(from, to),
        })
      : undefined;
  }, [log, wrap, showTimes, width]);
  const equal = useMemo(
    () => new EqualHeights(rowCount, ROW_HEIGHT),
    [rowCount],
  );
  if (wrapped && wrapped.count !== rowCount) wrapped.setCount(rowCount);
  return { heights: wrapped ?? equal, wrapped };
}
