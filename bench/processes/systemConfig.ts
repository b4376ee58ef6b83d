/**
 * What is measured. `peer` is the kubernetes plugin as it comes, with the custom resources of supply chains configured,
 * without which it would show none of them; `peer-tuned` reads pods and those, and nothing else; `ours` is the same
 * backend with this plugin in it.
 */
export type System = 'peer' | 'peer-tuned' | 'ours';

export interface SystemOptions {
  readonly system: System;
  readonly port: number;
  readonly clusters: readonly { readonly name: string; readonly url: string }[];
  readonly workloads: readonly {
    readonly namespace: string;
    readonly name: string;
  }[];
  /** Merged over the rest. */
  readonly supplyChain?: object;
}

/** The demo cluster's user `admin`: the peer's default kinds are to be lists, not refusals. */
const TOKEN = 'demo-admin-may-do-everything';

/** The namespaced kinds that our plugin reads too: cluster-wide ones carry no label of a workload. */
const CUSTOM_RESOURCES = [
  ['carto.run', 'v1alpha1', 'workloads'],
  ['carto.run', 'v1alpha1', 'deliverables'],
  ['kpack.io', 'v1alpha2', 'images'],
  ['kpack.io', 'v1alpha2', 'builds'],
].map(([group, apiVersion, plural]) => ({ group, apiVersion, plural }));

/** The configuration of a whole backend. Everything but the kinds is the same for all systems. */
export function systemConfig({
  system,
  port,
  clusters,
  supplyChain,
}: SystemOptions) {
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { port, host: '127.0.0.1' },
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
    auth: {
      ...{ environment: 'production', providers: { bench: {} } },
      // Nobody signs in again in a soak of an hour, which is as long as tokens last otherwise.
      backstageTokenExpiration: { hours: 24 },
    },
    catalog: { rules: [{ allow: ['Component'] }] },
    permission: { enabled: true },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(cluster => ({
            ...cluster,
            authProvider: 'serviceAccount',
            serviceAccountToken: TOKEN,
            // Our clusters have no metrics server: one request less a poll for the peer.
            skipMetricsLookup: true,
          })),
        },
      ],
      ...(system !== 'ours' && { customResources: CUSTOM_RESOURCES }),
      ...(system === 'peer-tuned' && { objectTypes: ['pods'] }),
    },
    // What it reads is one log for each container of a build, once, whoever looks; and the database is in memory here.
    supplyChain: { logs: { archive: { enabled: false } }, ...supplyChain },
  };
}
