import {
  clustersAnswerSchema,
  workloadsAnswerSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import {
  startKubernetesBackend,
  type KubernetesBackend,
} from '../testing/startKubernetesBackend';

jest.setTimeout(120_000);

const HEADER = 'supply-chain-authorization-oidc-2eokta';
const WORKLOADS = { group: 'carto.run', plural: 'workloads' };

let demo: DemoClusters;
let backend: KubernetesBackend;
let session: string;
/** The one namespace that the cluster's user `limited` may read. */
let open: string;

const paths = (...names: string[]) => names.map(name => require.resolve(name));

/** As people run it: nobody's token for the cluster is in any configuration. */
beforeAll(async () => {
  demo = await startDemoClusters();
  const [role] = demo.build.state.list({
    group: 'rbac.authorization.k8s.io',
    plural: 'roles',
  }).items;
  open = role?.metadata.namespace ?? '';
  backend = await startKubernetesBackend({
    clusters: [
      {
        ...{ name: 'own', url: demo.build.url },
        ...{ authProvider: 'oidc', oidcTokenProvider: 'okta' },
      },
    ],
    features: paths(
      '@backstage/plugin-auth-backend',
      '@backstage/plugin-auth-backend-module-guest-provider',
      '@backstage/plugin-catalog-backend',
      '../index.ts',
    ),
    config: {
      auth: {
        providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
      },
      supplyChain: { clusters: [{ name: 'own', namespaces: [open] }] },
    },
  });
  const response = await fetch(`${backend.baseUrl}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const answer = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  session = answer.backstageIdentity.token;
});
afterAll(async () => {
  await backend?.stop();
  await demo?.close();
});

async function ask(path: string, token?: string): Promise<unknown> {
  const response = await fetch(`${backend.baseUrl}/api/supply-chain${path}`, {
    headers: {
      Authorization: `Bearer ${session}`,
      ...(token !== undefined && { [HEADER]: token }),
    },
  });
  return response.json();
}

async function cluster(token?: string) {
  const { clusters } = clustersAnswerSchema.parse(
    await ask('/v1/clusters', token),
  );
  return clusters.find(({ name }) => name === 'own');
}

/** Once the cluster has answered with this token: the kubernetes plugin loads its client with the first request. */
async function workloads(token: string): Promise<readonly string[]> {
  for (;;) {
    const { items, clusters } = workloadsAnswerSchema.parse(
      await ask('/v1/workloads?limit=1000', token),
    );
    const kinds = clusters.flatMap(each => each.kinds);
    const { state } =
      kinds.find(each => /^workloads/.test(each.resource)) ?? {};
    if (state === undefined || state === 'loading') continue;
    return items.map(({ ref }) => `${ref.namespace}/${ref.name}`).sort();
  }
}

const truth = (namespace?: string) =>
  demo.build.state
    .list(WORKLOADS, namespace === undefined ? {} : { namespace })
    .items.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
    .sort();

describe('a cluster of a client-side provider, through the real kubernetes plugin', () => {
  it('shows each token what it may read, and neither what the other may', async () => {
    expect(open).not.toBe('');
    expect(truth(open).length).toBeLessThan(truth().length);
    const { backstage, limited } = demo.tokens;
    const [all, some] = await Promise.all([
      workloads(backstage),
      workloads(limited),
    ]);
    expect(all).toEqual(truth());
    expect(some).toEqual(truth(open));
    expect(await workloads(limited)).toEqual(some);
  });

  it('says whose token it wants to who brings none, and that it takes not any', async () => {
    expect(await cluster()).toMatchObject({
      ...{ access: 'per-user', authProvider: 'oidc.okta', state: 'denied' },
    });
    expect(await workloads('no-token-of-any-cluster')).toEqual([]);
    const refused = await cluster('no-token-of-any-cluster');
    expect(refused?.state).toBe('denied');
  });
});
