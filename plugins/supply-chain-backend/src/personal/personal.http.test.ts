import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  apiErrorAnswerSchema,
  clustersAnswerSchema,
  workloadsAnswerSchema,
  type StreamMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { startDemoClusters, type DemoClusters } from 'demo-cluster';
import { inspect } from 'node:util';
import { supplyChainConditions } from '../access/supplyChainConditions';
import { ALLOW, DENY, when } from '../testing/decisions';
import { ndjson } from '../testing/ndjson';
import { startPlugin, type RunningPlugin } from '../testing/startPlugin';
import { jwt } from './testing/jwt';

jest.setTimeout(60_000);

const HEADER = 'supply-chain-authorization-oidc-2eokta';
const WORKLOADS = { group: 'carto.run', plural: 'workloads' };
const BUILDS = { group: 'kpack.io', plural: 'builds' };
const PODS = { group: '', plural: 'pods' };

let demo: DemoClusters;
let plugin: RunningPlugin;
/** The one namespace of `limited`. */
let open: string;
let closed: string;

beforeAll(async () => {
  demo = await startDemoClusters({ speed: 20 });
  const [role] = demo.build.state.list({
    group: 'rbac.authorization.k8s.io',
    plural: 'roles',
  }).items;
  open = role?.metadata.namespace ?? '';
  closed = namespacesOf(WORKLOADS).find(namespace => namespace !== open) ?? '';
  plugin = await startPlugin({
    clusters: {
      own: { cluster: demo.build, oidcTokenProvider: 'okta' },
      run: { cluster: demo.run, token: demo.tokens.backstage },
    },
    services: [
      mockServices.rootConfig.factory({
        data: {
          supplyChain: {
            clusters: [{ name: 'own', namespaces: [open, closed] }],
            logs: { archive: { enabled: false } },
          },
        },
      }),
    ],
  });
});

afterAll(async () => {
  await plugin.stop();
  await demo.close();
});

beforeEach(() => {
  plugin.setPolicy(() => ALLOW);
});

/** Ann may read everything on the cluster, Bob one namespace without builds and logs, Eve nothing. */
const people = {
  ann: () => as('ann', demo.tokens.backstage),
  bob: () => as('bob', demo.tokens.limited),
  eve: () => as('eve', demo.tokens.viewer),
};

function as(who: string, token?: string) {
  return {
    Authorization: mockCredentials.user.header(`user:default/${who}`),
    ...(token !== undefined && { [HEADER]: token }),
  };
}

type Headers = ReturnType<typeof as>;

const ask = (path: string, headers: Headers, init: RequestInit = {}) =>
  plugin.fetch(path, { ...init, headers: { ...headers, ...init.headers } });

async function workloads(headers: Headers, query = '') {
  const response = await ask(`/v1/workloads?limit=1000&${query}`, headers);
  return workloadsAnswerSchema.parse(await response.json());
}

async function errorOf(path: string, headers: Headers) {
  const response = await ask(path, headers);
  const { error } = apiErrorAnswerSchema.parse(await response.json());
  return { status: response.status, ...error };
}

async function own(headers: Headers) {
  const response = await ask('/v1/clusters', headers);
  const { clusters } = clustersAnswerSchema.parse(await response.json());
  return clusters.find(({ name }) => name === 'own');
}

function namespacesOf(kind: typeof WORKLOADS) {
  return demo.build.state
    .list(kind)
    .items.map(({ metadata }) => metadata.namespace ?? '');
}

const namesIn = ({ items }: Awaited<ReturnType<typeof workloads>>) =>
  items
    .filter(({ ref }) => ref.cluster === 'own')
    .map(({ ref }) => `${ref.namespace}/${ref.name}`)
    .sort();

const truth = (namespace?: string) =>
  demo.build.state
    .list(WORKLOADS)
    .items.filter(
      ({ metadata }) =>
        namespace === undefined || metadata.namespace === namespace,
    )
    .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
    .sort();

const askedOwn = () =>
  plugin.upstream.filter(({ cluster }) => cluster === 'own');

/** Compared here, so that a failure does not print the whole. */
const tells = (text: string, what: string) => text.includes(`"${what}"`);

/** A build with a pod, for its logs. */
function loggedBuild() {
  const build = demo.build.state
    .list(BUILDS)
    .items.find(({ metadata }) =>
      demo.build.state
        .list(PODS)
        .items.some(
          pod =>
            pod.metadata.namespace === metadata.namespace &&
            pod.metadata.labels?.['kpack.io/build'] === metadata.name,
        ),
    );
  return `/v1/builds/own/${build?.metadata.namespace}/${build?.metadata.name}`;
}

describe('a cluster that is read with each person’s own token', () => {
  it('is named to who has none, with whose token it wants, and asked nothing', async () => {
    const before = askedOwn().length;
    expect(await own(as('carl'))).toMatchObject({
      access: 'per-user',
      authProvider: 'oidc.okta',
      state: 'denied',
    });
    const { items, problems } = await workloads(as('carl'));
    expect(items.filter(({ ref }) => ref.cluster === 'own')).toEqual([]);
    expect(problems).toContainEqual({
      because: 'sign-in',
      cluster: 'own',
      authProvider: 'oidc.okta',
      why: 'missing',
    });
    expect(
      await errorOf(`/v1/workloads/own/${truth()[0]}`, as('carl')),
    ).toMatchObject({ status: 403, code: 'cluster-sign-in', cluster: 'own' });
    expect(askedOwn()).toHaveLength(before);
  });

  it('shows each what their own rights show, also at the same moment', async () => {
    const rounds = [1, 2, 3].flatMap(() => [
      workloads(people.ann()),
      workloads(people.bob()),
      workloads(people.eve()),
    ]);
    const [ann, bob, eve] = await Promise.all(rounds);
    if (!ann || !bob || !eve) throw new Error('Nobody was answered');
    expect(namesIn(ann)).toEqual(truth());
    expect(namesIn(bob)).toEqual(truth(open));
    expect(namesIn(bob)).not.toEqual(truth());
    expect(namesIn(eve)).toEqual([]);
    expect(bob.facets.namespace.map(({ value }) => value)).not.toContain(
      closed,
    );
    expect(tells(JSON.stringify(bob), closed)).toBe(false);
    expect(
      bob.clusters.find(({ name }) => name === 'own')?.kinds,
    ).toContainEqual(
      expect.objectContaining({
        resource: 'workloads.carto.run',
        state: 'fresh',
        limitedTo: [open],
      }),
    );
    expect(eve.problems).toContainEqual(
      expect.objectContaining({
        because: 'denied',
        verb: 'list',
        resource: 'workloads.carto.run',
      }),
    );
  });

  it('gives everybody the same of everybody’s clusters', async () => {
    const rows = await Promise.all(
      [people.ann(), people.bob(), as('carl')].map(
        async each => (await workloads(each, 'cluster=run')).items,
      ),
    );
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[2]).toEqual(rows[0]);
  });

  it('reads it once for all that a person asks at a time', async () => {
    await Promise.all(
      [1, 2, 3, 4].map(() => workloads(as('dora', demo.tokens.backstage))),
    );
    const lists = () =>
      askedOwn().filter(({ path }) => path.includes('/workloads')).length;
    const before = lists();
    await Promise.all(
      [1, 2, 3, 4].map(() => workloads(as('dora', demo.tokens.backstage))),
    );
    expect(lists() - before).toBeLessThanOrEqual(1);
  });

  it('says which verb and resource a page needs and the token may not', async () => {
    const build = loggedBuild();
    expect((await ask(build, people.ann())).status).toBe(200);
    expect(await errorOf(build, people.bob())).toMatchObject({
      status: 403,
      code: 'cluster-denied',
      verb: 'list',
      resource: 'builds.kpack.io',
    });
  });

  it('says when the cluster does not take the token, and when it has expired', async () => {
    const path = `/v1/workloads/own/${truth()[0]}`;
    for (const token of ['nonsense', jwt({ exp: 1_000_000_000 })]) {
      expect(await errorOf(path, as('ann', token))).toMatchObject({
        status: 403,
        code: 'cluster-sign-in',
      });
    }
    expect((await own(as('ann', 'nonsense')))?.kinds[0]?.problem).toMatchObject(
      {
        why: 'refused',
      },
    );
  });

  it('shows to nobody what a token showed that is not theirs', async () => {
    await workloads(people.ann());
    for (const who of [as('ann'), as('ann', 'nonsense'), as('bob')])
      expect(namesIn(await workloads(who))).toEqual([]);
  });

  it.each([
    ['two tokens', 'a, b'],
    ['words', 'not a token'],
    ['nothing', ''],
    ['one that is too long', 'x'.repeat(13_000)],
  ])(
    'answers 400 to %s in the header, and repeats none of it',
    async (_, value) => {
      const response = await ask('/v1/clusters', as('ann', value));
      expect(response.status).toBe(400);
      const text = await response.text();
      expect(text).toContain(HEADER);
      if (value) expect(text).not.toContain(value);
    },
  );

  describe('under Backstage’s own permissions', () => {
    it('shows nothing to whom they deny everything, whatever the token may', async () => {
      plugin.setPolicy(() => DENY);
      expect(namesIn(await workloads(people.ann()))).toEqual([]);
      expect(await own(people.ann())).toBeUndefined();
      expect(
        await errorOf(`/v1/workloads/own/${truth()[0]}`, people.ann()),
      ).toMatchObject({ status: 404, code: 'not-found' });
    });

    it('shows only what both allow', async () => {
      plugin.setPolicy(() =>
        when(supplyChainConditions.inNamespace({ namespaces: [closed] })),
      );
      expect(namesIn(await workloads(people.ann()))).toEqual(truth(closed));
      expect(namesIn(await workloads(people.bob()))).toEqual([]);
    });
  });

  describe('logs', () => {
    it('are for whose token may read them, in one upstream a person', async () => {
      const path = `${loggedBuild()}/logs`;
      const text = async (headers: Headers) => {
        const response = await ask(path, headers);
        return { status: response.status, text: await response.text() };
      };
      const ann = await text(people.ann());
      expect(ann.status).toBe(200);
      expect(ann.text).toContain('===>');
      expect((await text(people.bob())).status).toBe(403);
      expect((await text(as('ann'))).status).toBe(403);

      const logs = () =>
        askedOwn().filter(each => each.path.includes('/log?')).length;
      const follow = async (headers: Headers) => {
        const response = await ask(`${path}?follow=true`, headers);
        const lines: string[] = [];
        for await (const message of ndjson<{ type: string; text?: string }>(
          response,
        )) {
          if (message.type === 'lines') lines.push(message.text ?? '');
        }
        return lines.join('');
      };
      const before = logs();
      const [one, two] = await Promise.all([
        follow(people.ann()),
        follow(people.ann()),
      ]);
      const alone = logs() - before;
      expect(two).toBe(one);
      expect(one?.length).toBeGreaterThan(100);
      const again = logs();
      expect(await follow(as('dora', demo.tokens.backstage))).toBe(one);
      expect(logs() - again).toBe(alone);
    });
  });

  it('streams to each what is theirs, and tells of changes', async () => {
    const leaving = new AbortController();
    const seen = { ann: '', bob: '' };
    let told: () => void = () => {};
    const changed = new Promise<void>(resolve => {
      told = resolve;
    });
    const listen = async (who: 'ann' | 'bob') => {
      const response = await ask('/v1/stream', people[who](), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          topics: [{ type: 'workloads', id: 'w', query: { cluster: 'own' } }],
        }),
        signal: leaving.signal,
      });
      for await (const message of ndjson<StreamMessage>(response)) {
        seen[who] += JSON.stringify(message);
        if (who === 'ann' && seen.ann.includes('brand-new')) told();
      }
    };
    const streams = [listen('ann'), listen('bob')].map(each =>
      each.catch(() => {}),
    );
    const template = demo.build.state
      .list(WORKLOADS)
      .items.find(({ metadata }) => metadata.namespace === closed);
    const response = await fetch(
      `${demo.build.url}/apis/carto.run/v1alpha1/namespaces/${closed}/workloads`,
      {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${demo.tokens.admin}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({
          ...template,
          metadata: { name: 'brand-new', namespace: closed },
        }),
      },
    );
    expect(response.status).toBe(201);
    await changed;
    // Bob's copy is read at the same pace: once more, and it would have told him.
    expect(namesIn(await workloads(people.bob()))).toEqual(truth(open));
    leaving.abort();
    await Promise.all(streams);
    expect(tells(seen.bob, open)).toBe(true);
    expect(tells(seen.bob, 'brand-new')).toBe(false);
    expect(tells(seen.bob, closed)).toBe(false);
  });

  it('writes no token down', async () => {
    const written = inspect(plugin.audited, { depth: 6 });
    expect(written).toContain('log-read');
    for (const token of Object.values(demo.tokens)) {
      // What Node keeps of the request itself is the request's; what is written down are the event's own words.
      expect(
        JSON.stringify(plugin.audited.map(({ event }) => event.meta)),
      ).not.toContain(token);
    }
  });
});
