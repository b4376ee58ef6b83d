import { createBackend } from '@backstage/backend-defaults';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { KubernetesBackendOptions } from './KubernetesBackendOptions';

/**
 * A process of its own that is a Backstage backend: the kubernetes plugin loads ES modules on demand, which jest's
 * sandbox does not allow. Talks to `startKubernetesBackend` over the channel of `fork`.
 */
type Order =
  | {
      readonly do: 'start';
      readonly port: number;
      readonly options: KubernetesBackendOptions;
    }
  | { readonly do: 'token'; readonly id: number }
  | { readonly do: 'stop' };

const backend = createBackend();
let auth: AuthService | undefined;

async function start(port: number, options: KubernetesBackendOptions) {
  const baseUrl = `http://127.0.0.1:${port}`;
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl },
        backend: {
          baseUrl,
          listen: { port, host: '127.0.0.1' },
          database: {
            client: 'better-sqlite3',
            connection: ':memory:',
            ...options.database,
          },
        },
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: options.clusters.map(cluster => ({ ...cluster })),
            },
          ],
        },
        // Asks clusters by itself, which tests that count requests do not want unless they say so.
        supplyChain: { logs: { archive: { enabled: false } } },
        ...options.config,
      },
    }),
  );
  backend.add(mockServices.rootLogger.factory({ level: 'none' }));
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  for (const feature of options.features ?? []) backend.add(import(feature));
  backend.add(
    createBackendPlugin({
      pluginId: 'supply-chain-under-test',
      register(env) {
        env.registerInit({
          deps: { auth: coreServices.auth },
          init: async deps => {
            auth = deps.auth;
          },
        });
      },
    }),
  );
  await backend.start();
}

async function token(): Promise<string> {
  if (!auth) throw new Error('The backend has not started');
  const issued = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'kubernetes',
  });
  return issued.token;
}

process.on('message', async (order: Order) => {
  try {
    switch (order.do) {
      case 'start':
        await start(order.port, order.options);
        process.send?.({ started: true });
        break;
      case 'token':
        process.send?.({ id: order.id, token: await token() });
        break;
      default:
        process.disconnect();
    }
  } catch (error) {
    process.send?.({ failed: String(error) });
  }
});

// The test has ended, well or not.
process.on('disconnect', () => process.exit(0));
