import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { supplyChainPermissions } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainRules } from './access/rules/supplyChainRules';
import { subjectResourceRef } from './access/subjectResourceRef';

/** Supply chains of Cartographer and image builds of kpack, read through the kubernetes plugin. Wiring only. */
export const supplyChainPlugin = createBackendPlugin({
  pluginId: 'supply-chain',
  register(env) {
    env.registerInit({
      deps: {
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ permissionsRegistry }) {
        permissionsRegistry.addResourceType({
          resourceRef: subjectResourceRef,
          permissions: supplyChainPermissions,
          rules: Object.values(supplyChainRules),
        });
      },
    });
  },
});
