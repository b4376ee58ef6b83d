import { useMemo } from 'react';
import type { RowList } from './engine/RowList';
import type { StepLog } from './StepLog';
import type { LogMatches } from './useLogSearch';

/** All rows of a log; or those with matches and so many around each, as they are found. */
export function useShownRows(
  log: StepLog | undefined,
  { rowsOf }: LogMatches,
  onlyMatches: boolean,
  context: number,
): RowList | undefined {
  const matching = useMemo(
    () =>
      log && rowsOf && onlyMatches ? rowsOf(log.rows, context) : undefined,
    [log, rowsOf, onlyMatches, context],
  );
  matching?.update();
  return matching ?? log?.rows;
}
