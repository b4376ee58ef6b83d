/** A cluster that an operator configured for the kubernetes plugin. */
export interface ClusterInfo {
  readonly name: string;
  readonly title?: string | undefined;
  readonly authProvider: string;
  readonly oidcTokenProvider?: string | undefined;
  /** `shared`: the kubernetes plugin holds its credentials; `per-user`: it wants each person's own token. */
  readonly access: 'shared' | 'per-user';
}
