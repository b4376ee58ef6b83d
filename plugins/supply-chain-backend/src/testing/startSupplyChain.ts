import {
  coreServices,
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  startDemoClusters,
  type DemoClusters,
  type DemoClustersOptions,
} from 'demo-cluster';
import { supplyChainPlugin } from '../plugin';
import { fakeKubernetesPlugin } from './fakeKubernetesPlugin';

/** Decides as a permission policy would; everything is allowed without one. */
export type Policy = (
  permission: string,
  credentials: BackstageCredentials,
) => PolicyDecision;

export interface SupplyChain {
  /** Of the plugin: `http://…/api/supply-chain`. */
  readonly baseUrl: string;
  readonly demo: DemoClusters;
  /** Holds from the next request on. */
  setPolicy(policy: Policy): void;
  /** As a signed-in user, unless headers say otherwise. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/** The plugin in a test backend over real HTTP, in front of the demo clusters. */
export async function startSupplyChain(
  options: {
    readonly demo?: DemoClustersOptions;
    readonly entities?: Entity[];
  } = {},
): Promise<SupplyChain> {
  const demo = await startDemoClusters(options.demo);
  const allowAll: Policy = () => ({ result: AuthorizeResult.ALLOW });
  let policy = allowAll;
  const as = (cluster: DemoClusters['build']) => ({
    cluster,
    token: demo.tokens.backstage,
  });
  const { server } = await startTestBackend({
    features: [
      supplyChainPlugin,
      catalogServiceMock.factory({ entities: options.entities ?? [] }),
      fakeKubernetesPlugin({ build: as(demo.build), run: as(demo.run) }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => ({
          authorize: async () => {
            throw new Error('Decide conditionally: one question a request');
          },
          authorizeConditional: async (asked, { credentials }) =>
            asked.map(({ permission }) => policy(permission.name, credentials)),
        }),
      }),
    ],
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const baseUrl = `http://127.0.0.1:${port}/api/supply-chain`;
  return {
    baseUrl,
    demo,
    setPolicy(next) {
      policy = next;
    },
    fetch: (path, init = {}) =>
      fetch(`${baseUrl}${path}`, {
        ...init,
        headers: {
          Authorization: mockCredentials.user.header(),
          ...init.headers,
        },
      }),
    async stop() {
      await new Promise<void>(resolve => {
        server.close(() => resolve());
      });
      await demo.close();
    },
  };
}
