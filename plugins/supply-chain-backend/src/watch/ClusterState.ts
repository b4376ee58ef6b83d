import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** A cluster of the kubernetes plugin and how well each kind of it is known. */
export interface ClusterState {
  readonly name: string;
  readonly title?: string | undefined;
  readonly access: 'shared' | 'per-user';
  /** Who gives the token that a `per-user` cluster wants: `google`, `oidc.okta`. */
  readonly authProvider?: string | undefined;
  readonly kinds: readonly KindHealth[];
}
