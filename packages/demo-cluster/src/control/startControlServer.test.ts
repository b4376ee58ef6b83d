import { startDemoClusters } from '../startDemoClusters.ts';
import type { DemoClusters } from '../startDemoClusters.ts';

jest.setTimeout(60_000);
let demo: DemoClusters;
beforeAll(async () => {
  demo = await startDemoClusters({ speed: 2_000 });
});
afterAll(() => demo.close());

const post = async (
  path: string,
  body: unknown,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) => {
  const answer = await fetch(`${demo.control.url}${path}`, {
    ...{ method: 'POST', headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
};
const get = async (path: string) =>
  (await fetch(`${demo.control.url}${path}`)).json() as Promise<unknown>;

describe('the control endpoint', () => {
  it('tells what it takes, what is going on, and how kubectl gets in', async () => {
    expect(await get('/')).toMatchObject({
      routes: { 'POST /push': expect.stringContaining('target') as string },
    });
    expect(await get('/state')).toMatchObject({
      ...{ speed: 2_000, episodes: [], failures: [] },
      clusters: {
        build: { url: demo.build.url, metrics: { openWatches: 0 } },
        run: { url: demo.run.url, faults: {} },
      },
    });
    expect(await get('/kubeconfig')).toMatchObject({
      kubeconfig: expect.stringContaining(
        `server: ${demo.build.server.secureUrl}`,
      ) as string,
    });
  });

  it('sets and takes back the faults of one cluster', async () => {
    const set = { latencyMs: 1, forbid: 'builds.kpack.io' };
    expect(await post('/faults', { cluster: 'run', set })).toEqual({
      status: 200,
      body: {
        cluster: 'run',
        faults: { latencyMs: 1, forbid: [{ resource: 'builds.kpack.io' }] },
      },
    });
    expect(demo.build.faults.settings).toEqual({});
    await post('/faults', { cluster: 'run', reset: true });
    expect(demo.run.faults.settings).toEqual({});
  });

  it('starts what takes time and answers at once, or at its end', async () => {
    const [image] = demo.build.state
      .list({ group: 'kpack.io', plural: 'images' })
      .items.filter(i => i.metadata.ownerReferences?.length);
    const target = `${image?.metadata.namespace}/${image?.metadata.name}`;
    expect(await post('/push', { target })).toEqual({
      status: 202,
      body: { started: true },
    });
    expect(demo.world.episodes()).toMatchObject([{ what: 'push', target }]);
    expect(await post('/trigger', { target, wait: true })).toMatchObject({
      status: 200,
    });
    await demo.world.settled();
    expect(demo.world.failures()).toEqual([]);
  });

  it.each([
    ['/push', {}, /target: give a text/],
    ['/push', { target: 'no/such' }, /neither Workload nor Image/],
    ['/push', { target: 'a/b', outcome: 'odd' }, /outcome: give/],
    ['/scenario', { name: 'nonsense' }, /there are: push, fail/],
    ['/stack', { name: 'nonsense' }, /No ClusterStack nonsense/],
    ['/faults', { cluster: 'moon' }, /none of build, run/],
    ['/faults', { cluster: 'run', set: { odd: 1 } }, /no fault "odd"/],
    ['/speed', { speed: 0 }, /above 0/],
    ['/push', 'no json', /not JSON/],
    ['/push', `"${'x'.repeat(70_000)}"`, /too large/],
  ])('says what is wrong with POST %s %j', async (path, body, says) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      error: expect.stringMatching(says) as string,
    });
  });

  it('takes no order that a page in a browser could send unasked', async () => {
    const answer = await post('/stack', {}, { 'content-type': 'text/plain' });
    expect(answer.status).toBe(400);
  });

  it('says what there is to who asks for something else', async () => {
    const answer = await post('/nowhere', {});
    expect(answer).toMatchObject({
      status: 404,
      body: { error: 'Nothing answers POST /nowhere' },
    });
  });
});
