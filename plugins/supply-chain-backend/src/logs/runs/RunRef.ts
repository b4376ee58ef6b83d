import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** A run by its name and kind. */
export interface RunRef extends ObjectRef {
  /** `plural.group`: `taskruns.tekton.dev`. */
  readonly resource: string;
}
