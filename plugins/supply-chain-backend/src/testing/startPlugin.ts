import {
  coreServices,
  createServiceFactory,
  type AuditorServiceCreateEventOptions,
  type BackstageCredentials,
  type BackendFeature,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { supplyChainPlugin } from '../plugin';
import { cutUntilClosed } from './cutUntilClosed';
import {
  fakeKubernetesPlugin,
  type FakePluginClusters,
  type UpstreamRequest,
} from './fakeKubernetesPlugin';
import { startedServers } from './startedServers';

/** Decides as a permission policy would; everything is allowed without one. */
export type Policy = (
  permission: string,
  credentials: BackstageCredentials,
) => PolicyDecision;

export interface RunningPlugin {
  /** Of the plugin: `http://…/api/supply-chain`. */
  readonly baseUrl: string;
  /** What clusters were asked, in order. */
  readonly upstream: readonly UpstreamRequest[];
  /** Names of permissions, in the order in which the framework was asked for them. */
  readonly permissionsAsked: readonly string[];
  /** What went to the audit log. */
  readonly audited: readonly Audited[];
  /** Holds from the next request on. */
  setPolicy(policy: Policy): void;
  /** As a signed-in user, unless headers say otherwise. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

export interface Audited {
  readonly event: AuditorServiceCreateEventOptions;
  outcome?: 'success' | Error;
}

function configured(archive: { readonly enabled: boolean }): ServiceFactory {
  return mockServices.rootConfig.factory({
    data: { supplyChain: { logs: { archive } } },
  });
}

/** The plugin in a test backend over real HTTP, in front of these clusters. */
export async function startPlugin(options: {
  readonly clusters: FakePluginClusters;
  readonly entities?: readonly Entity[] | undefined;
  /** Logs are archived: then clusters are asked from the start on, by nobody's request. */
  readonly archive?: boolean | undefined;
  /** In place of mocks. */
  readonly services?: readonly ServiceFactory[] | undefined;
  /** Besides the plugin: modules of it. */
  readonly features?: readonly BackendFeature[] | undefined;
}): Promise<RunningPlugin> {
  const upstream: UpstreamRequest[] = [];
  const permissionsAsked: string[] = [];
  const audited: Audited[] = [];
  const allowAll: Policy = () => ({ result: AuthorizeResult.ALLOW });
  let policy = allowAll;
  const hasConfig = options.services?.some(
    ({ service }) => service.id === coreServices.rootConfig.id,
  );
  const backend = await startTestBackend({
    features: [
      supplyChainPlugin,
      catalogServiceMock.factory({ entities: [...(options.entities ?? [])] }),
      fakeKubernetesPlugin(options.clusters, request => upstream.push(request)),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => ({
          authorize: async () => {
            throw new Error('Decide conditionally: one question a request');
          },
          authorizeConditional: async (asked, { credentials }) =>
            asked.map(({ permission: { name } }) => {
              permissionsAsked.push(name);
              return policy(name, credentials);
            }),
        }),
      }),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => ({
          async createEvent(event) {
            const entry: Audited = { event };
            audited.push(entry);
            return {
              async success() {
                entry.outcome = 'success';
              },
              async fail({ error }) {
                entry.outcome = error;
              },
            };
          },
        }),
      }),
      ...(hasConfig ? [] : [configured({ enabled: options.archive ?? false })]),
      ...(options.services ?? []),
      ...(options.features ?? []),
    ],
  });
  startedServers.add(backend.server);
  const address = backend.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const baseUrl = `http://127.0.0.1:${port}/api/supply-chain`;
  return {
    baseUrl,
    upstream,
    permissionsAsked,
    audited,
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
      cutUntilClosed(backend.server);
      await backend.stop();
    },
  };
}
