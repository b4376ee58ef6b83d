import type { RolloutView } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** A builder that no image uses. */
export const NO_ROLLOUT: RolloutView = {
  ...{ total: 0, done: 0, updates: [], last: [] },
  counts: {
    ...{ failed: 0, stuck: 0, blocked: 0, behind: 0, rebuilding: 0 },
    ...{ unbuilt: 0, unknown: 0, rebased: 0, 'up-to-date': 0 },
  },
  sentence: 'No image that you may see uses it',
  ...{ message: 'none', params: {} },
};
