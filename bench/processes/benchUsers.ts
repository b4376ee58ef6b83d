import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** Header that says who wants to sign in. */
const USER_HEADER = 'x-bench-user';

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => undefined,
  async authenticate({ req }) {
    return { result: { user: String(req.headers[USER_HEADER] ?? 'nobody') } };
  },
});

/** Signs in whoever says so, with real tokens of the auth backend: a hundred viewers are a hundred users. */
export const benchUsers = createBackendModule({
  pluginId: 'auth',
  moduleId: 'bench-users',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'bench',
          factory: createProxyAuthProviderFactory({
            authenticator,
            async signInResolver({ result }, context) {
              const sub = `user:default/${result.user}`;
              return context.issueToken({ claims: { sub, ent: [sub] } });
            },
          }),
        });
      },
    });
  },
});
