import type { ClusterInfo } from './ClusterInfo';

/** Who gives the tokens of a cluster, as the kubernetes plugin's frontend names it: `google`, `oidc.okta`. */
export function authProviderOf({
  authProvider,
  oidcTokenProvider,
}: Pick<ClusterInfo, 'authProvider' | 'oidcTokenProvider'>): string {
  return authProvider === 'oidc' && oidcTokenProvider !== undefined
    ? `${authProvider}.${oidcTokenProvider}`
    : authProvider;
}
