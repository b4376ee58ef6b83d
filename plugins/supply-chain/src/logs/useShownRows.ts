import { useMemo } from 'react';
import { MatchingRows } from './engine/MatchingRows';
import type { RowList } from './engine/RowList';
import type { StepLog } from './StepLog';
import type { LogMatches } from './useLogSearch';

/** All rows of a log; or those with matches and so many around each, as they are found. */
export function useShownRows(
  log: StepLog | undefined,
  { found }: LogMatches,
  onlyMatches: boolean,
  context: number,
): RowList | undefined {
  const matching = useMemo(
    () =>
      log && found && onlyMatches
        ? new MatchingRows(log.rows, found, context)
        : undefined,
    [log, found, onlyMatches, context],
  );
  matching?.update();
  return matching ?? log?.rows;
}
