import type { ApiHolder } from '@backstage/core-plugin-api';
import { SignInUnavailable } from '../api/SignInUnavailable';
import type { TokenSource } from '../api/TokenSource';
import { authProvidersApiRef } from './authProvidersApiRef';
import { quietTokens } from './quietTokens';

/** The sign-ins of the app that the kubernetes plugin uses for clusters. Without that plugin there are none. */
export function appTokenSource(apis: ApiHolder): TokenSource {
  const providers = apis.get(authProvidersApiRef);
  /** Signed in here, in this tab: a provider that cannot be asked quietly still has that session. */
  const asked = new Set<string>();

  const tokenOf = async (authProvider: string) =>
    (await providers?.getCredentials(authProvider))?.token;

  return {
    async quietly(authProvider) {
      try {
        const quiet = quietTokens.get(authProvider);
        const known = quiet ? await quiet(apis) : asked.has(authProvider);
        return known ? await tokenOf(authProvider) : undefined;
      } catch {
        // No session, no such provider, no connection: the person may sign in, and will be told then.
        return undefined;
      }
    },
    async signIn(authProvider) {
      if (!providers) throw new SignInUnavailable(authProvider);
      const token = await tokenOf(authProvider);
      if (token) asked.add(authProvider);
      return token;
    },
  };
}
