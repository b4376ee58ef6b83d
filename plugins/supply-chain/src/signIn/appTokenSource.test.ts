import {
  type ApiHolder,
  googleAuthApiRef,
  microsoftAuthApiRef,
} from '@backstage/core-plugin-api';
import { TestApiRegistry } from '@backstage/test-utils';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import { SignInUnavailable } from '../api/SignInUnavailable';
import { appTokenSource } from './appTokenSource';
import { authProvidersApiRef } from './authProvidersApiRef';

function setUp(session: string) {
  const getCredentials = jest.fn(async (provider: string) => ({
    token: `${provider}-token`,
  }));
  const getAccessToken = jest.fn(async () => session);
  const getIdToken = jest.fn(async () => session);
  const google = { getAccessToken, getIdToken };
  const apis: ApiHolder = TestApiRegistry.from(
    [kubernetesAuthProvidersApiRef, { getCredentials }],
    [googleAuthApiRef, google],
    [
      microsoftAuthApiRef,
      {
        getAccessToken: async () => {
          throw new Error('not configured');
        },
      },
    ],
  );
  return { source: appTokenSource(apis), getCredentials, google };
}

describe('the sign-ins of the app', () => {
  it('are the ones of the kubernetes plugin', () => {
    expect(authProvidersApiRef.id).toBe(kubernetesAuthProvidersApiRef.id);
  });

  it('gives the token of a session that there is, asked for without showing anything', async () => {
    const { source, google } = setUp('session');
    expect(await source.quietly('google')).toBe('google-token');
    expect(await source.quietly('oidc.google')).toBe('oidc.google-token');
    expect(google.getAccessToken).toHaveBeenCalledWith(
      expect.stringContaining('cloud-platform.read-only'),
      { optional: true },
    );
    expect(google.getIdToken).toHaveBeenCalledWith({ optional: true });
  });

  it.each(['google', 'aks', 'oidc.google', 'oidc.our-own', 'oidc.okta'])(
    'never asks for what could show a sign-in: %s without a session',
    async provider => {
      const { source, getCredentials } = setUp('');
      expect(await source.quietly(provider)).toBeUndefined();
      expect(getCredentials).not.toHaveBeenCalled();
    },
  );

  it('asks at a person’s wish, and then goes on with a provider that cannot be asked quietly', async () => {
    const { source } = setUp('');
    expect(await source.signIn('oidc.our-own')).toBe('oidc.our-own-token');
    expect(await source.quietly('oidc.our-own')).toBe('oidc.our-own-token');
  });

  it('says that there are none where the kubernetes plugin is not installed', async () => {
    const source = appTokenSource(TestApiRegistry.from());
    expect(await source.quietly('google')).toBeUndefined();
    await expect(source.signIn('google')).rejects.toThrow(SignInUnavailable);
  });
});
