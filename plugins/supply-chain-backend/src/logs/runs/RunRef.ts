import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** A run by its name and kind. */
export interface RunRef extends ObjectRef {
  /** `plural.group`: `taskruns.tekton.dev`. */
  readonly resource: string;
  /** Of the very run that somebody was allowed to read; another one may have its name by now. */
  readonly uid?: string | undefined;
}
