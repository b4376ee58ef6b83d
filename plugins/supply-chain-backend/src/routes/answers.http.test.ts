import {
  apiErrorAnswerSchema,
  buildsAnswerSchema,
  buildViewSchema,
  stageDetailViewSchema,
  workloadsAnswerSchema,
  workloadViewSchema,
  type WorkloadRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { z } from 'zod';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';
import { until } from '../testing/until';

jest.setTimeout(60_000);

const WORKLOADS = {
  group: 'carto.run',
  version: 'v1alpha1',
  plural: 'workloads',
};

let chain: SupplyChain;
beforeAll(async () => {
  chain = await startSupplyChain();
});
afterAll(() => chain.stop());
afterEach(() => {
  chain.demo.build.faults.reset();
  chain.demo.run.faults.reset();
});

async function get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const response = await chain.fetch(path);
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(JSON.stringify(body));
  return schema.parse(body);
}

async function refused(path: string, init?: RequestInit) {
  const response = await chain.fetch(path, init);
  const body: unknown = await response.json();
  return {
    status: response.status,
    error: apiErrorAnswerSchema.parse(body).error,
  };
}

const rows = async (query = '') =>
  get(`/v1/workloads?limit=1000&${query}`, workloadsAnswerSchema);

/** A workload with a kpack Image and finished builds, whatever the recording calls it. */
async function builtWorkload(): Promise<WorkloadRow> {
  const { items } = await rows('phase=ready');
  const found = items.find(({ engine, tag }) => engine === 'kpack' && tag);
  if (!found)
    throw new Error('No workload of the recording was built by kpack');
  return found;
}

const at = (row: WorkloadRow) =>
  `${row.ref.cluster}/${row.ref.namespace}/${row.ref.name}`;

describe('the list of workloads', () => {
  it('has every workload of every cluster', async () => {
    const { items, total, clusters, problems } = await rows();
    const recorded = chain.demo.build.state.list(WORKLOADS).items;
    expect(items).toHaveLength(recorded.length);
    expect(total).toBe(recorded.length);
    expect(clusters.map(({ name, state }) => [name, state])).toEqual([
      ['build', 'fresh'],
      ['run', 'fresh'],
    ]);
    expect(problems).toEqual([]);
  });

  it('is cut into pages that together are the whole', async () => {
    const whole = (await rows('sort=name')).items.map(at);
    const pages: string[] = [];
    let cursor = '';
    do {
      const page = await get(
        `/v1/workloads?sort=name&limit=4${cursor}`,
        workloadsAnswerSchema,
      );
      pages.push(...page.items.map(at));
      cursor = page.cursor ? `&cursor=${page.cursor}` : '';
    } while (cursor);
    expect(pages).toEqual(whole);
  });

  it('counts in each facet what there would be without its own filter', async () => {
    const all = await rows();
    const failed = await rows('phase=failed');
    expect(failed.items.map(({ phase }) => phase)).toEqual(
      failed.items.map(() => 'failed'),
    );
    expect(failed.facets.phase).toEqual(all.facets.phase);
    const inNamespaces = failed.facets.namespace.reduce(
      (sum, { count }) => sum + count,
      0,
    );
    expect(inNamespaces).toBe(failed.total);
  });

  it('finds by the text that a row shows', async () => {
    const row = await builtWorkload();
    const found = await rows(`q=${row.tag}`);
    expect(found.items.map(at)).toContain(at(row));
  });

  it.each(['phase=broken', 'limit=0', 'cursor=nonsense', 'owner=/'])(
    'refuses ?%s and says why',
    async query => {
      const { status, error } = await refused(`/v1/workloads?${query}`);
      expect(status).toBe(400);
      expect(error.code).toBe('invalid-request');
      expect(error.message).toContain(query.split('=')[0]);
    },
  );
});

describe('the views of one workload', () => {
  it('lead from the list to the build', async () => {
    const row = await builtWorkload();
    const workload = await get(`/v1/workloads/${at(row)}`, workloadViewSchema);
    const stage = workload.graph.stages.find(each => each.engine === 'kpack');
    const detail = await get(
      `/v1/workloads/${at(row)}/stages/${stage?.name}`,
      stageDetailViewSchema,
    );
    expect(detail.imageProvider?.servingTag).toBe(row.tag);
    const image = detail.imageProvider?.image;
    const { builds } = await get(
      `/v1/images/${image?.cluster}/${image?.namespace}/${image?.name}/builds`,
      buildsAnswerSchema,
    );
    const newest = builds[0];
    const build = await get(
      `/v1/builds/${newest?.ref.cluster}/${newest?.ref.namespace}/${newest?.ref.name}`,
      buildViewSchema,
    );
    expect(build.workload).toEqual(row.ref);
    expect(build.sentence).toBe(row.why);
  });

  it('say 304 to who has them, and change their version with the cluster', async () => {
    const row = await builtWorkload();
    const first = await chain.fetch(`/v1/workloads/${at(row)}`);
    const version = first.headers.get('etag') ?? '';
    await first.text();
    const again = await chain.fetch(`/v1/workloads/${at(row)}`, {
      headers: { 'If-None-Match': version },
    });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it.each([
    ['/v1/workloads/build/nowhere/nothing', 'not-found'],
    ['/v1/workloads/nocluster/nowhere/nothing', 'not-found'],
    ['/v1/images/build/nowhere/nothing/builds', 'not-found'],
    ['/v1/builds/build/nowhere/nothing', 'not-found'],
    ['/v1/builds/build/nowhere/nothing/logs', 'not-found'],
    ['/v1/builds/build/nowhere/nothing/logs?follow', 'not-found'],
  ])('answer %s with 404', async (path, code) => {
    expect(await refused(path)).toMatchObject({ status: 404, error: { code } });
  });

  it.each([
    '/v1/workloads/build/UPPER/name',
    '/v1/workloads/build/ns/..%2Fsecrets',
    '/v1/builds/build/ns/%00',
    '/v1/builds/build/ns/a%252fb',
    '/v1/builds/build/ns/%E0%A4%A/logs',
    '/v1/workloads/bu%0Aild/ns/name',
  ])('refuse %s before they ask anybody', async path => {
    expect(await refused(path)).toMatchObject({
      status: 400,
      error: { code: 'invalid-request' },
    });
  });
});

describe('what is broken says so, and the rest is served', () => {
  it('a cluster that is dead', async () => {
    chain.demo.run.faults.set({ dead: true });
    const said = await until(async () => {
      const { items, clusters, problems } = await rows();
      const run = clusters.find(({ name }) => name === 'run');
      return run?.state === 'down' && { items, problems };
    });
    expect(said.items.length).toBeGreaterThan(0);
    expect(said.problems).toContainEqual(
      expect.objectContaining({ because: 'unreachable', cluster: 'run' }),
    );
    chain.demo.run.faults.reset();
    await until(async () => (await rows()).problems.length === 0);
  });

  it('a kind that is forbidden, with verb, resource and namespace', async () => {
    const row = await builtWorkload();
    const { graph } = await get(`/v1/workloads/${at(row)}`, workloadViewSchema);
    const stage = graph.stages.find(each => each.engine === 'kpack')?.name;
    chain.demo.build.faults.set({ forbid: [{ resource: 'builds.kpack.io' }] });
    chain.demo.build.faults.endWatchesNow();
    const problems = await until(async () => {
      const detail = await get(
        `/v1/workloads/${at(row)}/stages/${stage}`,
        stageDetailViewSchema,
      );
      return (
        detail.problems.some(({ because }) => because === 'denied') &&
        detail.problems
      );
    });
    expect(problems).toContainEqual(
      expect.objectContaining({
        because: 'denied',
        cluster: 'build',
        verb: expect.stringMatching(/^(list|watch)$/),
        resource: 'builds.kpack.io',
      }),
    );
  });

  it('an object that is malformed, by its name', async () => {
    const { namespace, name } = (await builtWorkload()).ref;
    const before = (await rows()).total;
    chain.demo.build.faults.set({
      malformed: [{ resource: 'workloads.carto.run', namespace, name }],
    });
    const { state } = chain.demo.build;
    const workload = state.get(WORKLOADS, namespace, name);
    if (!workload) throw new Error('The workload is gone');
    const labels = { ...workload.metadata.labels, touched: 'yes' };
    state.apply(WORKLOADS, {
      ...workload,
      metadata: { ...workload.metadata, labels },
    });
    const { total, problems } = await until(async () => {
      const answer = await rows();
      const named = answer.problems.some(
        ({ because }) => because === 'unreadable',
      );
      return named && answer;
    });
    expect(problems).toContainEqual(
      expect.objectContaining({ because: 'unreadable', namespace, name }),
    );
    expect(total).toBe(before - 1);
    expect(
      await refused(`/v1/workloads/build/${namespace}/${name}`),
    ).toMatchObject({ status: 422, error: { code: 'unreadable' } });
  });
});
