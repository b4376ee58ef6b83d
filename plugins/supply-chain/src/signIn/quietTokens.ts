import {
  type ApiHolder,
  type ApiRef,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  type OAuthApi,
  oktaAuthApiRef,
  oneloginAuthApiRef,
  type OpenIdConnectApi,
} from '@backstage/core-plugin-api';

type Quiet = (apis: ApiHolder) => Promise<string> | undefined;

const access =
  (ref: ApiRef<OAuthApi>, scope: string): Quiet =>
  apis =>
    apis.get(ref)?.getAccessToken(scope, { optional: true });

const identity =
  (ref: ApiRef<OpenIdConnectApi>): Quiet =>
  apis =>
    apis.get(ref)?.getIdToken({ optional: true });

/**
 * Whether there is a session for what the kubernetes plugin would ask of a provider, told without a sign-in: its own API
 * (kubernetes-react 0.6.0, KubernetesAuthProviders) cannot be asked quietly. The providers and scopes are the ones that it
 * knows by itself.
 */
export const quietTokens: ReadonlyMap<string, Quiet> = new Map([
  [
    'google',
    access(
      googleAuthApiRef,
      'https://www.googleapis.com/auth/cloud-platform.read-only',
    ),
  ],
  [
    'aks',
    access(
      microsoftAuthApiRef,
      '6dae42f8-4368-4678-94ff-3960e28e3630/user.read',
    ),
  ],
  ['oidc.gitlab', identity(gitlabAuthApiRef)],
  ['oidc.google', identity(googleAuthApiRef)],
  ['oidc.microsoft', identity(microsoftAuthApiRef)],
  ['oidc.okta', identity(oktaAuthApiRef)],
  ['oidc.onelogin', identity(oneloginAuthApiRef)],
]);
