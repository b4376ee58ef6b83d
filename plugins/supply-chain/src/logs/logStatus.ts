import { assertNever } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';
import type { LogConnection } from './BuildLogs';
import type { StepLog } from './StepLog';

/** `42 lines, complete`: how much there is, and whether more will come. */
export function logStatus(
  t: Words,
  log: StepLog | undefined,
  connection: LogConnection,
): string {
  const state = stateOf(log, connection);
  if (!log || log.rows.count === 0) {
    return state === 'complete' || state === 'live' || state === 'incomplete'
      ? ''
      : t(`log.${state}`);
  }
  const count = log.buffer.lineCount;
  const lines = t('log.lines', { count, n: count.toLocaleString() });
  return `${lines}, ${t(`log.${state}`)}`;
}

function stateOf(log: StepLog | undefined, connection: LogConnection) {
  if (log?.error || log?.limit) return 'incomplete';
  if (log?.ended) return 'complete';
  switch (connection.state) {
    case 'connecting':
      return 'connecting';
    case 'reconnecting':
    case 'busy':
      return connection.state;
    case 'live':
      return 'live';
    case 'done':
      return 'complete';
    case 'failed':
      return 'incomplete';
    default:
      return assertNever(connection);
  }
}
