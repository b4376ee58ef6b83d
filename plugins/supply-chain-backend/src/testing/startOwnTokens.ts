import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import { startPlugin, type RunningPlugin } from './startPlugin';

/** Where browsers put a person's own token for clusters of the provider `oidc` with `oidcTokenProvider: okta`. */
const HEADER = 'supply-chain-authorization-oidc-2eokta';

export interface OwnTokens {
  readonly demo: DemoClusters;
  readonly plugin: RunningPlugin;
  /** The one namespace that the token `limited` may read something of. */
  readonly namespace: string;
  /** A request of somebody who has signed in to the cluster with this token. */
  as(who: string, token?: string): { readonly headers: Record<string, string> };
  stop(): Promise<void>;
}

/** The plugin in front of the demo's build cluster, called `own`, which each person reads with a token of their own. */
export async function startOwnTokens(): Promise<OwnTokens> {
  const demo = await startDemoClusters();
  const [role] = demo.build.state.list({
    group: 'rbac.authorization.k8s.io',
    plural: 'roles',
  }).items;
  const namespace = role?.metadata.namespace ?? '';
  const clusters = [{ name: 'own', namespaces: [namespace] }];
  const plugin = await startPlugin({
    clusters: { own: { cluster: demo.build, oidcTokenProvider: 'okta' } },
    services: [
      mockServices.rootConfig.factory({
        data: {
          supplyChain: { clusters, logs: { archive: { enabled: false } } },
        },
      }),
    ],
  });
  return {
    ...{ demo, plugin, namespace },
    as: (who, token) => ({
      headers: {
        Authorization: mockCredentials.user.header(`user:default/${who}`),
        ...(token !== undefined && { [HEADER]: token }),
      },
    }),
    async stop() {
      await plugin.stop();
      await demo.close();
    },
  };
}
