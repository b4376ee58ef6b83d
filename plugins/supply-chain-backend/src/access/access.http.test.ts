import type { Entity } from '@backstage/catalog-model';
import {
  apiErrorAnswerSchema,
  buildViewSchema,
  stageDetailViewSchema,
  workloadsAnswerSchema,
  type StreamMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ALLOW, DENY, when } from '../testing/decisions';
import { ndjson } from '../testing/ndjson';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';
import { until } from '../testing/until';
import { supplyChainConditions } from './supplyChainConditions';

jest.setTimeout(60_000);

let chain: SupplyChain;
/** A build of a workload, with everything that leads to it. */
let known: {
  namespace: string;
  other: string;
  workload: string;
  stage: string;
  image: string;
  build: string;
};

beforeAll(async () => {
  chain = await startSupplyChain({ entities });
  known = await findBuild();
});
afterAll(() => chain.stop());
beforeEach(() => chain.setPolicy(() => ALLOW));

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'mine',
      namespace: 'default',
      annotations: { 'backstage.io/kubernetes-label-selector': 'owned=by-me' },
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/us' }],
  },
];

async function answer(path: string): Promise<unknown> {
  return (await chain.fetch(path)).json();
}

async function workloads(query = '') {
  return workloadsAnswerSchema.parse(
    await answer(`/v1/workloads?limit=1000&${query}`),
  );
}

async function findBuild(): Promise<typeof known> {
  const { items, facets } = await workloads();
  for (const { ref, engine } of items) {
    if (engine !== 'kpack') continue;
    const path = `/v1/workloads/build/${ref.namespace}/${ref.name}`;
    const stage = items
      .find(each => each.ref.name === ref.name)
      ?.pipeline.find(each => /image/i.test(each.stage))?.stage;
    const detail = stageDetailViewSchema.safeParse(
      await answer(`${path}/stages/${stage}`),
    );
    const provider = detail.data?.imageProvider;
    if (!stage || !provider?.image || !provider.build?.pod?.present) continue;
    const other = facets.namespace.find(each => each.value !== ref.namespace);
    return {
      namespace: ref.namespace,
      other: other?.value ?? '',
      workload: ref.name,
      stage,
      image: provider.image.name,
      build: provider.build.ref.name,
    };
  }
  throw new Error('The recording has no workload built by kpack');
}

describe('a policy that denies everything', () => {
  beforeEach(() => chain.setPolicy(() => DENY));

  it('leaves lists empty, without a count', async () => {
    expect(await answer('/v1/clusters')).toEqual({ clusters: [] });
    expect(await answer('/v1/workloads')).toEqual({
      items: [],
      total: 0,
      facets: {
        phase: [],
        cluster: [],
        namespace: [],
        reason: [],
        builder: [],
      },
      clusters: [],
      problems: [],
    });
  });

  it('ends a stream, and a poll, with why', async () => {
    const { namespace, workload, image, build } = known;
    const about = (type: string, name: string) => ({
      ...{ type, id: type, ref: { cluster: 'build', namespace, name } },
    });
    const topics = [
      { type: 'workloads', id: 'list', query: {} },
      about('workload', workload),
      about('builds', image),
      about('build', build),
    ];
    const response = await chain.fetch('/v1/stream', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ topics }),
    });
    const messages: StreamMessage[] = [];
    for await (const message of ndjson<StreamMessage>(response)) {
      messages.push(message);
    }
    const query = new URLSearchParams({ topics: JSON.stringify(topics) });
    expect(await answer(`/v1/poll?${query}`)).toEqual({ messages });
    const said = new Map(
      messages.flatMap(each => ('id' in each ? [[each.id, each]] : [])),
    );
    expect(messages.at(-1)).toEqual({ type: 'bye', because: 'denied' });
    expect(said.get('list')).toMatchObject({ view: { items: [], total: 0 } });
    for (const id of ['workload', 'builds', 'build']) {
      expect(said.get(id)).toMatchObject({ error: { code: 'not-found' } });
    }
  });
});

describe('a policy with conditions', () => {
  it('shows a namespace: its rows, its totals, its facets, and no other', async () => {
    const all = await workloads();
    chain.setPolicy(() =>
      when(
        supplyChainConditions.inNamespace({ namespaces: [known.namespace] }),
      ),
    );
    const mine = all.items.filter(
      ({ ref }) => ref.namespace === known.namespace,
    );
    const seen = await workloads();
    expect(seen.items).toEqual(mine);
    expect(seen.total).toBe(mine.length);
    expect(seen.facets.namespace).toEqual([
      { value: known.namespace, count: mine.length },
    ]);
    const phases = seen.facets.phase.reduce((sum, { count }) => sum + count, 0);
    expect(phases).toBe(mine.length);
    // How many objects there are besides is not told.
    for (const { kinds } of seen.clusters) {
      expect(kinds.map(({ objects }) => objects)).toEqual(kinds.map(() => 0));
    }
    const build = `/v1/builds/build/${known.namespace}/${known.build}`;
    expect((await chain.fetch(build)).status).toBe(200);
    chain.setPolicy(() =>
      when(supplyChainConditions.inNamespace({ namespaces: [known.other] })),
    );
    expect((await chain.fetch(build)).status).toBe(404);
    expect((await chain.fetch(`${build}/logs`)).status).toBe(404);
  });

  it('hides a cluster on which nothing can be allowed', async () => {
    chain.setPolicy(() =>
      when(supplyChainConditions.inCluster({ clusters: ['run'] })),
    );
    const { items, clusters } = await workloads();
    expect(items.filter(({ ref }) => ref.cluster !== 'run')).toEqual([]);
    expect(clusters.map(({ name }) => name)).toEqual(['run']);
  });

  it('goes by labels, and by owners in the catalog', async () => {
    const { state } = chain.demo.build;
    const resource = {
      group: 'carto.run',
      version: 'v1alpha1',
      plural: 'workloads',
    };
    const object = state.get(resource, known.namespace, known.workload);
    if (!object) throw new Error('The workload is gone');
    state.apply(resource, {
      ...object,
      metadata: {
        ...object.metadata,
        labels: { ...object.metadata.labels, owned: 'by-me' },
      },
    });
    const names = async () =>
      (await workloads()).items.map(({ ref }) => ref.name);

    chain.setPolicy(() =>
      when(supplyChainConditions.hasLabel({ label: 'owned', value: 'by-me' })),
    );
    await until(async () => (await names()).length > 0);
    expect(await names()).toEqual([known.workload]);

    chain.setPolicy(() =>
      when(
        supplyChainConditions.isEntityOwner({ claims: ['group:default/us'] }),
      ),
    );
    expect(await names()).toEqual([known.workload]);
    chain.setPolicy(() =>
      when(
        supplyChainConditions.isEntityOwner({ claims: ['group:default/them'] }),
      ),
    );
    expect(await names()).toEqual([]);

    chain.setPolicy(() => ALLOW);
    const owned = await workloads('owner=group:default/us');
    expect(owned.items.map(({ ref }) => ref.name)).toEqual([known.workload]);
    const about = await workloads('entity=component:default/mine');
    expect(about.items.map(({ ref }) => ref.name)).toEqual([known.workload]);
  });

  it('keeps logs from those who may only look', async () => {
    chain.setPolicy(permission =>
      permission === 'supply-chain.logs.read' ? DENY : ALLOW,
    );
    const build = `/v1/builds/build/${known.namespace}/${known.build}`;
    expect((await chain.fetch(build)).status).toBe(200);
    for (const query of ['', '?follow', '?download']) {
      const response = await chain.fetch(`${build}/logs${query}`);
      expect(response.status).toBe(403);
      const { error } = apiErrorAnswerSchema.parse(await response.json());
      expect(error.code).toBe('denied');
    }
  });

  it('keeps environment values from those who may not see them', async () => {
    const builds = chain.demo.build.state.list({
      group: 'kpack.io',
      plural: 'builds',
    }).items;
    const changes = async () => {
      const found: unknown[] = [];
      for (const { metadata } of builds) {
        const view = await answer(
          `/v1/builds/build/${metadata.namespace}/${metadata.name}`,
        );
        found.push(
          ...buildViewSchema
            .parse(view)
            .why.flatMap(({ details }) => details)
            .filter(({ path }) => path.startsWith('env')),
        );
      }
      return found;
    };
    const shown = await changes();
    expect(shown).toContainEqual(expect.objectContaining({ redacted: false }));
    chain.setPolicy(permission =>
      permission === 'supply-chain.values.read' ? DENY : ALLOW,
    );
    const hidden = await changes();
    expect(hidden).toHaveLength(shown.length);
    for (const change of hidden) {
      expect(change).toMatchObject({ redacted: true });
      expect(change).not.toHaveProperty('old');
      expect(change).not.toHaveProperty('new');
    }
  });

  it('asks the permission framework once a request', async () => {
    const asked: string[] = [];
    chain.setPolicy(permission => {
      asked.push(permission);
      return ALLOW;
    });
    await workloads();
    expect(asked.sort()).toEqual([
      'supply-chain.build.trigger',
      'supply-chain.logs.read',
      'supply-chain.read',
      'supply-chain.values.read',
    ]);
  });
});
