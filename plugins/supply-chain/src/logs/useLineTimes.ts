import { useCallback, useSyncExternalStore } from 'react';
import { ticker } from '../time/Ticker';
import { lineTime, type TimeMode } from './lineTime';
import type { StepLog } from './StepLog';

/** ms. Ages change no faster. */
const SECOND = 1_000;

/** Words for when a line was written; they count on by themselves where they tell an age. `startedAt`: ms since 1970. */
export function useLineTimes(
  log: StepLog,
  mode: TimeMode,
  startedAt: number | undefined,
): (line: number) => string | undefined {
  const now = useSyncExternalStore(
    mode === 'ago' ? ticker.subscribe : subscribeToNothing,
    () => (mode === 'ago' ? Math.floor(Date.now() / SECOND) * SECOND : 0),
  );
  return useCallback(
    line => {
      if (mode === 'off') return undefined;
      return lineTime(mode, log.buffer.timeOf(line), {
        now,
        start: startedAt ?? log.buffer.timeOf(0),
        before: log.buffer.timeOf(line - 1),
      });
    },
    [log, mode, startedAt, now],
  );
}

const subscribeToNothing = () => () => {};
