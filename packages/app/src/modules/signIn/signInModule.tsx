import {
  ProxiedSignInPage,
  type ProxiedSignInPageProps,
} from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

type SignInProps = Pick<ProxiedSignInPageProps, 'onSignInSuccess'>;

/** Everybody is the guest of the demo at once: the usual guest page asks for a click first. */
function GuestSignIn({ onSignInSuccess }: SignInProps) {
  return (
    <ProxiedSignInPage provider="guest" onSignInSuccess={onSignInSuccess} />
  );
}

/** Signs in without a question. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: { loader: async () => GuestSignIn },
    }),
  ],
});
