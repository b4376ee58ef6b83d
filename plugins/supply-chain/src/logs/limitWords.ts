import {
  assertNever,
  type LogBound,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { formatDuration } from '../time/formatDuration';
import type { Words } from '../translation/Words';
import { formatBytes } from './formatBytes';

/** Why a log is not followed any further, and where the rest is. */
export function limitWords(
  t: Words,
  { bound, most }: { bound: LogBound; most: number },
): string {
  switch (bound) {
    case 'bytes':
      return t('log.limit', { most: formatBytes(most) });
    case 'lines':
      return t('log.limit', {
        most: t('log.lines', { count: most, n: most.toLocaleString() }),
      });
    case 'seconds':
      return t('log.limitSeconds', { most: formatDuration(most * 1000) });
    default:
      return assertNever(bound);
  }
}
