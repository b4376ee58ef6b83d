import {
  assertNever,
  type StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { PhaseKind } from '../../phase/PhaseTone';

/** A run as the marks of this plugin know it. */
export function runPhase({ phase }: Pick<StageRunView, 'phase'>): PhaseKind {
  switch (phase) {
    case 'pending':
      return 'queued';
    case 'cancelled':
      return 'skipped';
    case 'running':
    case 'succeeded':
    case 'failed':
    case 'unknown':
      return phase;
    default:
      return assertNever(phase);
  }
}
