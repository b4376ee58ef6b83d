import type { LogGapCause } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';
import type { Gap } from './engine/Gap';

const CAUSES: ReadonlySet<string> = new Set<LogGapCause>([
  'rotated',
  'not-held',
  'slow-reader',
  'pod-gone',
  'begun-again',
]);

/** Where lines are missing: why, and how many, as far as anybody knows. */
export function gapWords(t: Words, { says, because, lines }: Gap): string {
  const why = isCause(because) ? t(`log.gap-${because}`) : says;
  return lines === undefined
    ? t('log.gap', { says: why })
    : t('log.gapLines', { count: lines, n: lines.toLocaleString(), says: why });
}

function isCause(because: string | undefined): because is LogGapCause {
  return because !== undefined && CAUSES.has(because);
}
