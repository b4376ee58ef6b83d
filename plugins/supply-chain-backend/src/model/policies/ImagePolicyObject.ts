import type { AuthorityView } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** A ClusterImagePolicy, as far as we show it. */
export type ImagePolicyObject = {
  readonly name: string;
  readonly mode: 'enforce' | 'warn';
  readonly globs: readonly string[];
  readonly authorities: readonly AuthorityView[];
  /** `resource[.group]`, with the labels that it has to have. */
  readonly only: readonly string[];
  readonly hasPolicy: boolean;
  /** Why policy-controller has not taken it up. */
  readonly notReady?: string;
};
