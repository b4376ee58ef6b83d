import { formatDuration } from '../time/formatDuration';

/** ms. Kubernetes tells whole seconds: less than that is nothing. */
const NOTHING = 1000;

/** `+3 s`, `−1 min 02 s`, `=`; empty where one of both is not known. */
export function timeChange(
  from: number | undefined,
  to: number | undefined,
): string {
  if (from === undefined || to === undefined) return '';
  const change = to - from;
  if (Math.abs(change) < NOTHING) return '=';
  return `${change > 0 ? '+' : '−'}${formatDuration(Math.abs(change))}`;
}
