import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  stageDetailViewSchema,
  workloadsAnswerSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import { startPlugin, type RunningPlugin } from '../../testing/startPlugin';

jest.setTimeout(60_000);

const HEADER = 'supply-chain-authorization-oidc-2eokta';

let demo: DemoClusters;
let plugin: RunningPlugin;
/** A workload of the one namespace that `limited` may read. */
let namespace: string;
let name: string;
beforeAll(async () => {
  demo = await startDemoClusters();
  const { state } = demo.build;
  const [role] = state.list({
    group: 'rbac.authorization.k8s.io',
    plural: 'roles',
  }).items;
  namespace = role?.metadata.namespace ?? '';
  // Every app-config stage stamps a ConfigMap of the workload's name.
  const workloads = state.list({ group: 'carto.run', plural: 'workloads' });
  name =
    workloads.items.find(
      ({ metadata }) =>
        metadata.namespace === namespace &&
        state.get(
          { group: '', plural: 'configmaps' },
          namespace,
          metadata.name,
        ),
    )?.metadata.name ?? '';
  const clusters = [{ name: 'own', namespaces: [namespace] }];
  plugin = await startPlugin({
    clusters: { own: { cluster: demo.build, oidcTokenProvider: 'okta' } },
    services: [
      mockServices.rootConfig.factory({
        data: {
          supplyChain: { clusters, logs: { archive: { enabled: false } } },
        },
      }),
    ],
  });
});
afterAll(async () => {
  await plugin.stop();
  await demo.close();
});

function as(who: string, token?: string): RequestInit {
  return {
    headers: {
      Authorization: mockCredentials.user.header(`user:default/${who}`),
      ...(token !== undefined && { [HEADER]: token }),
    },
  };
}

/** May read everything on the cluster. */
const ann = () => as('ann', demo.tokens.backstage);
/** May read workloads of one namespace, and nothing that stages stamp. */
const bob = () => as('bob', demo.tokens.limited);

const page = () => `/v1/workloads/own/${namespace}/${name}/stages/app-config`;

async function stage(who: RequestInit) {
  // A page that was read before has the first lists of the cluster.
  const list = await plugin.fetch('/v1/workloads', who);
  workloadsAnswerSchema.parse(await list.json());
  const response = await plugin.fetch(page(), who);
  return stageDetailViewSchema.parse(await response.json());
}

describe('a stage on a cluster that each person reads with their own token', () => {
  it('shows what that person may read', async () => {
    const { facts, problems } = await stage(ann());
    expect(facts).toMatchObject({ kind: 'config', handedOn: 'proved' });
    expect(problems.filter(each => each.because === 'denied')).toEqual([]);
  });

  it('is asked for with their token, and shows nobody what another one read', async () => {
    await stage(ann());
    const { facts, problems } = await stage(bob());
    expect(facts).toBeUndefined();
    expect(problems).toContainEqual({
      because: 'denied',
      as: 'person',
      cluster: 'own',
      verb: 'list',
      resource: 'configmaps',
      namespace,
    });
    const object = `/v1/objects/own/${namespace}/configmaps/${name}`;
    const query = `?workload=${name}`;
    const statuses = await Promise.all(
      [ann(), bob()].map(
        async who => (await plugin.fetch(`${object}${query}`, who)).status,
      ),
    );
    expect(statuses).toEqual([200, 403]);
  });

  it('is read by nobody without a token', async () => {
    await stage(ann());
    const before = plugin.upstream.length;
    const { status } = await plugin.fetch(page(), as('eve'));
    expect([403, 404]).toContain(status);
    expect(
      plugin.upstream
        .slice(before)
        .filter(({ path }) => path.includes('/configmaps')),
    ).toEqual([]);
  });
});
