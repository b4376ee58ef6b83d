import type { RolloutState } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { PhaseTone } from '../phase/PhaseTone';

/** What a state looks like: the shapes and colours that phases have. */
export const ROLLOUT_TONES: Readonly<Record<RolloutState, PhaseTone>> = {
  failed: 'bad',
  stuck: 'warn',
  blocked: 'warn',
  behind: 'idle',
  rebuilding: 'busy',
  unbuilt: 'idle',
  unknown: 'unknown',
  rebased: 'ok',
  'up-to-date': 'ok',
};
