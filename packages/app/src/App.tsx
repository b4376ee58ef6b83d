import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import supplyChainPlugin from '@supply-chain-view/backstage-plugin-supply-chain';
import { navModule } from './modules/nav/navModule';
import { signInModule } from './modules/signIn/signInModule';

/**
 * The portal of the demo. Features are named, not discovered, so that a
 * dependency more does not change what people see.
 */
export const app = createApp({
  features: [
    catalogPlugin,
    kubernetesPlugin,
    orgPlugin,
    supplyChainPlugin,
    userSettingsPlugin,
    navModule,
    signInModule,
  ],
});
