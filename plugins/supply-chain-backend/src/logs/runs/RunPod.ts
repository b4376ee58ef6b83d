import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** The pod of a TaskRun. */
export type RunPod =
  | { readonly state: 'there'; readonly name: string }
  | { readonly state: 'gone' }
  /** It could not be read. */
  | { readonly state: 'unknown'; readonly problem: Problem };
