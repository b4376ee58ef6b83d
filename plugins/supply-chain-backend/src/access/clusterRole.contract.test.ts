import {
  apiErrorAnswerSchema,
  buildsAnswerSchema,
  clustersAnswerSchema,
  workloadsAnswerSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import { z } from 'zod';
import { resourceName } from '../clusters/resourceName';
import { watchedKinds } from '../service/watchedKinds';
import { plainFetch } from '../testing/plainFetch';
import { startPlugin, type RunningPlugin } from '../testing/startPlugin';
import { until } from '../testing/until';
import { kindsKnown } from './testing/kindsKnown';
import { missingRights } from './testing/missingRights';
import {
  ROLE_RULES,
  rightsOf,
  roleWithout,
  type Rule,
} from './testing/packagedRole';
import {
  ON_DEMAND,
  POLICIES,
  STAGE_KINDS,
  TRIGGER,
} from './testing/usedRights';

// A real server on a busy machine is slow.
jest.setTimeout(120_000);

const ROLES = {
  group: 'rbac.authorization.k8s.io',
  plural: 'clusterroles',
};

describe('a cluster on which exactly that role is bound', () => {
  let demo: DemoClusters;
  let plugin: RunningPlugin | undefined;

  beforeAll(async () => {
    demo = await startDemoClusters();
    for (const { state } of [demo.build, demo.run]) {
      const name = 'supply-chain-view-stages:backstage';
      state.remove(
        { ...ROLES, plural: 'clusterrolebindings' },
        undefined,
        name,
      );
    }
  });
  afterEach(async () => {
    await plugin?.stop();
    plugin = undefined;
    demo.build.faults.reset();
  });
  afterAll(() => demo.close());

  async function start(granted: readonly Rule[]): Promise<RunningPlugin> {
    for (const [cluster, of] of [
      [demo.build, granted],
      [demo.run, ROLE_RULES],
    ] as const) {
      cluster.state.apply(ROLES, {
        apiVersion: `${ROLES.group}/v1`,
        kind: 'ClusterRole',
        metadata: { name: 'supply-chain-view' },
        rules: of,
      });
    }
    const token = demo.tokens.backstage;
    plugin = await startPlugin({
      clusters: {
        build: { cluster: demo.build, token },
        run: { cluster: demo.run, token },
      },
    });
    await kindsKnown(plugin);
    return plugin;
  }

  /** A page of each route, of a workload that was built and of a build that waits for its pod. */
  const BUILT = {
    workload: '/v1/workloads/build/storefront/payments',
    delivery: '/v1/workloads/build/storefront/payments/delivery',
    stage: '/v1/workloads/build/storefront/payments/stages/image-provider',
    builds: '/v1/images/build/storefront/payments/builds',
    stuck: '/v1/builds/build/dev/billing-build-3',
    built: '/v1/builds/build/storefront/payments-build-6',
  };

  it('shows every page, without a word of missing rights', async () => {
    const { fetch } = await start(ROLE_RULES);
    const pages = [
      ...['/v1/clusters', '/v1/workloads', `${BUILT.built}/trust`],
      ...Object.values(BUILT),
      ...Object.values(STAGE_KINDS).flatMap(path => path ?? []),
    ];
    const log = await aLog(demo);
    for (const path of [...pages, log]) {
      const response = await fetch(path);
      const text = await response.text();
      expect([path, response.status]).toEqual([path, 200]);
      expect([path, /"because":"denied"/.exec(text)]).toEqual([path, null]);
    }
    const topics = Object.entries(BUILT).flatMap(([id, path]) => {
      const [, , kind, cluster, namespace, name] = path.split('/');
      const type = kind === 'workloads' ? 'workload' : 'build';
      return id === 'workload' || id === 'stuck'
        ? [{ id, type, ref: { cluster, namespace, name } }]
        : [];
    });
    const poll = await fetch('/v1/poll', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ topics, wait: 0 }),
    });
    expect(poll.status).toBe(200);
    expect(await poll.text()).not.toMatch(/denied|"type":"error"/);
  });

  /** What names the missing right besides the list and the page of clusters, which name each. */
  const NAMED_BY: Readonly<Record<string, string>> = {
    'workloads.carto.run': BUILT.workload,
    'clustersupplychains.carto.run': BUILT.workload,
    'images.kpack.io': BUILT.builds,
    'builds.kpack.io': BUILT.stuck,
    pods: BUILT.stuck,
  };

  const watched = rightsOf(ROLE_RULES).filter(
    right =>
      ![...POLICIES, ...ON_DEMAND, 'get pods/log', TRIGGER].includes(right),
  );

  it.each(['list', 'watch'])(
    'without %s of anything names each kind',
    async verb => {
      const missing = watched.filter(right => right.startsWith(`${verb} `));
      streamNoLists(verb);
      const { fetch } = await start(roleWithout(...missing));
      await kindsSay(fetch, missing);
      expect((await missingRights(fetch, '/v1/workloads')).sort()).toEqual(
        missing,
      );
    },
  );

  it.each(
    watched.filter(right => {
      const [verb = '', resource = ''] = right.split(' ');
      return resource in NAMED_BY && (verb === 'list' || resource !== 'pods');
    }),
  )('without %s says so where it is needed', async right => {
    const [verb = '', resource = ''] = right.split(' ');
    streamNoLists(verb);
    const { fetch } = await start(roleWithout(right));
    await kindsSay(fetch, [right]);
    expect(await missingRights(fetch, '/v1/workloads')).toEqual([right]);
    expect(await missingRights(fetch, NAMED_BY[resource] ?? '')).toContain(
      right,
    );
  });

  /** Where lists can be streamed nobody has to list. */
  function streamNoLists(verb: string): void {
    if (verb === 'list')
      demo.build.faults.set({ noInitialEvents: 'forbidden' });
  }

  /** A copy may be there for a moment before its watch is refused. */
  async function kindsSay(
    ask: RunningPlugin['fetch'],
    expected: readonly string[],
  ): Promise<void> {
    const said = await until(async () => {
      const { clusters } = clustersAnswerSchema.parse(
        await (await ask('/v1/clusters')).json(),
      );
      const denied = clusters
        .flatMap(({ kinds }) => kinds)
        .flatMap(({ problem, resource }) =>
          problem?.because === 'denied' && problem.resource === resource
            ? [`${problem.verb} ${problem.resource}`]
            : [],
        )
        .sort();
      return denied.length >= expected.length && denied;
    });
    expect(said).toEqual(expected);
  }

  it('without list of policies says so where an image is judged', async () => {
    const [list = ''] = POLICIES;
    const { fetch } = await start(roleWithout(list));
    expect(await missingRights(fetch, `${BUILT.built}/trust`)).toEqual([list]);
  });

  it('without list events says so where a build waits for its pod', async () => {
    const { fetch } = await start(roleWithout('list events'));
    expect(await missingRights(fetch, BUILT.stuck)).toEqual(['list events']);
  });

  it.each(
    Object.entries(STAGE_KINDS).flatMap(([resource, page]) =>
      page === undefined ? [] : [[resource, page]],
    ),
  )(
    'without list of %s says so where a stage shows it',
    async (resource, page) => {
      const { fetch } = await start(roleWithout(`list ${resource}`));
      expect(await missingRights(fetch, page)).toEqual([`list ${resource}`]);
    },
  );

  it('without watch of what stages stamp shows it all the same', async () => {
    const watches = ON_DEMAND.filter(right => right.startsWith('watch '));
    const { fetch } = await start(roleWithout(...watches));
    for (const page of Object.values(STAGE_KINDS))
      if (page !== undefined)
        expect(await missingRights(fetch, page)).toEqual([]);
  });

  it(`without ${TRIGGER} says so where a rebuild is asked for`, async () => {
    const { fetch } = await start(roleWithout(TRIGGER));
    const builds = '/v1/images/build/storefront/payments/builds';
    const { builds: all } = buildsAnswerSchema.parse(
      await (await fetch(builds)).json(),
    );
    const newest = all[0]?.ref.name ?? '';
    const answer = await fetch(
      `/v1/builds/build/storefront/${newest}/trigger`,
      { method: 'POST' },
    );
    expect(answer.status).toBe(403);
    const { error } = apiErrorAnswerSchema.parse(await answer.json());
    expect(error.code).toBe('cluster-denied');
    expect(`${error.verb} ${error.resource}`).toBe(TRIGGER);
  });

  it('without get pods/log says so where a log is read', async () => {
    const { fetch } = await start(roleWithout('get pods/log'));
    expect(await missingRights(fetch, await aLog(demo))).toEqual([
      'get pods/log',
    ]);
  });
});

const { KUBE_API_URL, KUBE_API_TOKEN, KUBE_API_BACKSTAGE_TOKEN } = process.env;

if (KUBE_API_URL && KUBE_API_TOKEN) {
  /** `npm run contract` with a real server: what we take for its rights are its rights. */
  describe('the API server at KUBE_API_URL, with that role bound to its user backstage', () => {
    const RBAC = `/apis/${ROLES.group}/v1`;
    let plugin: RunningPlugin | undefined;

    async function bind(granted: readonly Rule[]): Promise<void> {
      const apiVersion = `${ROLES.group}/v1`;
      const metadata = { name: 'supply-chain-view' };
      const roleRef = {
        apiGroup: ROLES.group,
        kind: 'ClusterRole',
        ...metadata,
      };
      await apply('clusterroles', {
        ...{ apiVersion, kind: 'ClusterRole', metadata, rules: granted },
      });
      await apply('clusterrolebindings', {
        ...{ apiVersion, kind: 'ClusterRoleBinding', metadata, roleRef },
        subjects: [{ apiGroup: ROLES.group, kind: 'User', name: 'backstage' }],
      });
    }

    async function apply(plural: string, object: object): Promise<void> {
      const response = await plainFetch(
        `${KUBE_API_URL}${RBAC}/${plural}/supply-chain-view?fieldManager=test&force=true`,
        {
          method: 'PATCH',
          headers: {
            Authorization: `Bearer ${KUBE_API_TOKEN}`,
            'Content-Type': 'application/apply-patch+yaml',
          },
          body: JSON.stringify(object),
        },
      );
      if (!response.ok) throw new Error(await response.text());
    }

    async function start(granted: readonly Rule[]): Promise<RunningPlugin> {
      await bind(granted);
      plugin = await startPlugin({
        clusters: {
          build: {
            cluster: { url: KUBE_API_URL ?? '' },
            token: KUBE_API_BACKSTAGE_TOKEN ?? 'backstage-token',
          },
        },
      });
      await kindsKnown(plugin);
      return plugin;
    }

    afterEach(async () => {
      await plugin?.stop();
      plugin = undefined;
    });

    it('shows every page, without a word of missing rights', async () => {
      const { fetch } = await start(ROLE_RULES);
      const { clusters } = clustersAnswerSchema.parse(
        await (await fetch('/v1/clusters')).json(),
      );
      const states = clusters.flatMap(({ kinds }) =>
        kinds.map(({ resource, state }) => [resource, state]),
      );
      expect(states).toEqual(
        Object.values(watchedKinds).map(({ resource }) => [
          resourceName(resource),
          expect.stringMatching(/^(fresh|absent)$/),
        ]),
      );
      const { items, problems } = workloadsAnswerSchema.parse(
        await (await fetch('/v1/workloads')).json(),
      );
      expect(problems.filter(({ because }) => because === 'denied')).toEqual(
        [],
      );
      for (const { ref } of items.slice(0, 5)) {
        const path = `/v1/workloads/build/${ref.namespace}/${ref.name}`;
        const response = await fetch(path);
        expect([path, response.status]).toEqual([path, 200]);
        expect(await response.text()).not.toContain('"because":"denied"');
      }
    });

    it.each([
      'watch workloads.carto.run',
      'watch images.kpack.io',
      'watch pods',
    ])('without %s says so', async right => {
      const [verb, resource] = right.split(' ');
      // A real one streams lists, and may be asked for a list in their place: neither tells of what may not be watched.
      const { fetch } = await start(roleWithout(right));
      const denied = await until(async () => {
        const { problems } = workloadsAnswerSchema.parse(
          await (await fetch('/v1/workloads')).json(),
        );
        const all = problems.filter(({ because }) => because === 'denied');
        return all.length > 0 && all;
      });
      expect(denied).toEqual([
        expect.objectContaining({ cluster: 'build', verb, resource }),
      ]);
    });
  });
}

/** The log of a step that ended, of a pod that is there. */
async function aLog({ build }: DemoClusters): Promise<string> {
  const pod = build.state
    .list({ group: '', plural: 'pods' })
    .items.find(
      ({ metadata: { labels }, status }) =>
        labels?.['kpack.io/build'] !== undefined &&
        z.object({ phase: z.literal('Succeeded') }).safeParse(status).success,
    );
  if (!pod) throw new Error('The recording has no finished build pod');
  const { labels, namespace } = pod.metadata;
  return `/v1/builds/build/${namespace}/${labels?.['kpack.io/build']}/logs?step=build`;
}
