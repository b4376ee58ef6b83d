import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';
import { plainText } from './engine/plainText';
import type { ErrorLines } from './firstErrorOf';
import type { StepLog } from './StepLog';

/** Characters of the cause that are read out. */
const CAUSE_MAX = 300;

/** How a step stands, for those who listen: its state; of a failure the exit code, what that means, and the cause. */
export function logSummary(
  t: Words,
  step: StepView | undefined,
  log: StepLog | undefined,
  error: ErrorLines | undefined,
): string {
  if (!step) return '';
  if (step.state !== 'failed') return t(`phase.${step.state}`);
  const why = [
    step.exitCode === undefined
      ? undefined
      : t('log.exit', { code: `${step.exitCode}` }),
    step.meaning ?? step.reason,
  ].filter(Boolean);
  const failed =
    why.length > 0
      ? t('log.announceFailed', { why: why.join(', ') })
      : t('phase.failed');
  if (!error || !log) return failed;
  const text = plainText(log.buffer.line(error.from)).trim();
  const cause = t('log.announceError', {
    n: (error.from + 1).toLocaleString(),
    text: text.slice(0, CAUSE_MAX),
  });
  return `${failed}. ${cause}`;
}
