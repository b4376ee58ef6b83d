import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { apiPaths } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import { startPlugin, type RunningPlugin } from '../../testing/startPlugin';

jest.setTimeout(60_000);

const HEADER = 'supply-chain-authorization-oidc-2eokta';
const TASK_RUNS = { group: 'tekton.dev', plural: 'taskruns' };

let demo: DemoClusters;
let plugin: RunningPlugin;
/** Of a run in the one namespace that `limited` may read something of. */
let path: string;
beforeAll(async () => {
  demo = await startDemoClusters();
  const { state } = demo.build;
  const [role] = state.list({
    group: 'rbac.authorization.k8s.io',
    plural: 'roles',
  }).items;
  const namespace = role?.metadata.namespace ?? '';
  const [run] = state.list(TASK_RUNS, { namespace }).items;
  const ref = { cluster: 'own', namespace, name: run?.metadata.name ?? '' };
  path = apiPaths.runLogs(ref, 'taskruns.tekton.dev');
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

async function read(who: string, token: string | undefined, query = '') {
  const init = {
    headers: {
      Authorization: mockCredentials.user.header(`user:default/${who}`),
      ...(token !== undefined && { [HEADER]: token }),
    },
  };
  // A page that was read before has the first lists of the cluster.
  await (await plugin.fetch('/v1/workloads', init)).text();
  const before = plugin.upstream.length;
  const response = await plugin.fetch(`${path}${query}`, init);
  const text = await response.text();
  const asked = plugin.upstream.slice(before).map(each => each.path);
  return { status: response.status, text, asked };
}

const isAboutRuns = (asked: string) => /taskruns|\/log/.test(asked);

describe('the log of a run on a cluster that each person reads with their own token', () => {
  it.each(['', '?follow'])('is told to who may read it: %s', async query => {
    const { status, text } = await read('ann', demo.tokens.backstage, query);
    expect(status).toBe(200);
    expect(text).toMatch(query ? /"type":"end","resume":false/ : /^===> /);
  });

  it.each(['', '?follow'])(
    'is told to nobody else out of what was read for them: %s',
    async query => {
      await read('ann', demo.tokens.backstage, query);
      const bob = await read('bob', demo.tokens.limited, query);
      expect([403, 404]).toContain(bob.status);
      const eve = await read('eve', undefined, query);
      expect([403, 404]).toContain(eve.status);
      expect(eve.asked.filter(isAboutRuns)).toEqual([]);
    },
  );
});
