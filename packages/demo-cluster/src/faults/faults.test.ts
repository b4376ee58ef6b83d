import type { TestCluster } from '../testing/testCluster.ts';
import { testCluster } from '../testing/testCluster.ts';
import { until } from '../testing/until.ts';

const BUILDS = '/apis/kpack.io/v1alpha2/builds';
const build = (name: string) => ({
  metadata: { name, namespace: 'dev', labels: { a: 'b' } },
  spec: {},
});

describe('a cluster that goes wrong', () => {
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await testCluster();
    cluster.state.apply({ group: 'kpack.io', plural: 'builds' }, build('one'));
  });
  afterEach(async () => cluster.close());

  const status = async () => (await cluster.client.get(BUILDS)).status;
  const watch = async (query = '') =>
    cluster.client.stream(`${BUILDS}?watch=true${query}`);

  it('answers late', async () => {
    cluster.server.faults.set({ latencyMs: 40 });
    const started = performance.now();
    expect(await status()).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(39);
  });

  it('has too many requests, for some of them', async () => {
    cluster.server.faults.set({
      tooManyRequests: { count: 2, retryAfterSeconds: 7 },
    });
    const answer = await cluster.client.get(BUILDS);
    expect(answer).toMatchObject({
      status: 429,
      headers: { 'retry-after': '7' },
    });
    expect(answer.json()).toMatchObject({
      reason: 'TooManyRequests',
      details: { retryAfterSeconds: 7 },
    });
    expect(await status()).toBe(429);
    expect(await status()).toBe(200);
  });

  it('fails inside until it is mended', async () => {
    cluster.server.faults.set({ serverError: {} });
    expect(await status()).toBe(500);
    expect(await status()).toBe(500);
    cluster.server.faults.set({ serverError: null });
    expect(await status()).toBe(200);
  });

  it('resets connections, open watches too', async () => {
    const stream = await watch();
    await stream.next();
    cluster.server.faults.set({ resetConnections: true });
    await expect(stream.next()).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(status()).rejects.toMatchObject({ code: 'ECONNRESET' });
    cluster.server.faults.reset();
    expect(await status()).toBe(200);
  });

  it('swallows requests and events until it is mended', async () => {
    const stream = await watch();
    expect(await stream.next()).toMatchObject({ type: 'ADDED' });
    cluster.server.faults.set({ blackHole: true });
    cluster.state.apply({ group: 'kpack.io', plural: 'builds' }, build('two'));
    let answered = 0;
    const pending = [
      stream.next().then(event => {
        answered += 1;
        return event;
      }),
      cluster.client.get(BUILDS).then(answer => {
        answered += 1;
        return answer;
      }),
    ];
    await until(() => cluster.server.metrics().totalRequests === 2);
    expect(answered).toBe(0);
    cluster.server.faults.set({ blackHole: false });
    expect(await Promise.all(pending)).toMatchObject([
      { type: 'ADDED' },
      { status: 200 },
    ]);
    stream.close();
  });

  it('ends watches now, or after a time', async () => {
    const first = await watch(
      `&resourceVersion=${cluster.state.resourceVersion}`,
    );
    await until(() => cluster.server.metrics().openWatches === 1);
    cluster.server.faults.endWatchesNow();
    expect(await first.next()).toBeUndefined();
    cluster.server.faults.set({ endWatchesAfterMs: 20 });
    const second = await watch(
      `&resourceVersion=${cluster.state.resourceVersion}`,
    );
    expect(await second.next()).toBeUndefined();
  });

  it('has forgotten every version', async () => {
    const query = `&resourceVersion=${cluster.state.resourceVersion}`;
    cluster.server.faults.set({ gone: 'in-stream' });
    expect(await (await watch(query)).next()).toMatchObject({
      type: 'ERROR',
      object: { code: 410, reason: 'Expired' },
    });
    cluster.server.faults.set({ gone: 'status' });
    const answer = await cluster.client.get(`${BUILDS}?watch=true${query}`);
    expect(answer.status).toBe(410);
    expect(answer.json()).toMatchObject({ reason: 'Expired', code: 410 });
    expect(await status()).toBe(200);
  });

  describe('asked to begin a watch with the state', () => {
    const QUERY =
      '&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true';

    it('refuses as a server with the feature switched off', async () => {
      cluster.server.faults.set({ noInitialEvents: 'forbidden' });
      const answer = await cluster.client.get(`${BUILDS}?watch=true${QUERY}`);
      expect(answer.status).toBe(422);
      expect(answer.json()).toMatchObject({
        reason: 'Invalid',
        message: expect.stringContaining(
          'sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled',
        ),
      });
    });

    it('refuses in the stream as a server with an old etcd', async () => {
      cluster.server.faults.set({ noInitialEvents: 'unsupported' });
      const stream = await watch(QUERY);
      expect(await stream.next()).toMatchObject({
        type: 'ERROR',
        object: { code: 500 },
      });
      expect(await stream.next()).toBeUndefined();
    });

    it('says nothing of an end as a server that does not know the question', async () => {
      cluster.server.faults.set({ noInitialEvents: 'ignored' });
      const stream = await watch(`${QUERY}&timeoutSeconds=1`);
      expect(await stream.next()).toMatchObject({ type: 'ADDED' });
      expect(await stream.next()).toBeUndefined();
    });
  });

  it('cuts events off in the middle', async () => {
    cluster.server.faults.set({ cutEvents: { count: 1 } });
    const cut = await watch();
    await expect(cut.next()).rejects.toThrow();
    const whole = await watch();
    expect(await whole.next()).toMatchObject({ type: 'ADDED' });
    whole.close();
  });

  it('lacks kinds and groups, and gets them again', async () => {
    const stream = await watch(
      `&resourceVersion=${cluster.state.resourceVersion}`,
    );
    const served = async () =>
      (await cluster.client.get('/apis/kpack.io/v1alpha2')).text;
    expect(await served()).toContain('"builds"');
    cluster.server.faults.set({ absent: ['builds.kpack.io'] });
    expect(await stream.next()).toBeUndefined();
    expect(await status()).toBe(404);
    expect(await served()).not.toContain('"builds"');
    expect(
      (await cluster.client.get('/apis/kpack.io/v1alpha2/images')).status,
    ).toBe(200);
    cluster.server.faults.set({ absent: ['kpack.io'] });
    expect((await cluster.client.get('/apis/kpack.io/v1alpha2')).status).toBe(
      404,
    );
    cluster.server.faults.reset();
    expect(await status()).toBe(200);
  });

  it('forbids a kind to everybody', async () => {
    cluster.server.faults.set({
      forbid: [{ resource: 'builds.kpack.io', verb: 'list' }],
    });
    const answer = await cluster.client.get(BUILDS);
    expect(answer.json()).toMatchObject({
      code: 403,
      message:
        'builds.kpack.io is forbidden: User "admin" cannot list resource "builds" in API group "kpack.io" at the cluster scope',
    });
    expect(
      (
        await cluster.client.get(
          '/apis/kpack.io/v1alpha2/namespaces/dev/builds/one',
        )
      ).status,
    ).toBe(200);
  });

  it('serves one object with wrong types in it', async () => {
    cluster.state.apply({ group: 'kpack.io', plural: 'builds' }, build('two'));
    cluster.server.faults.set({
      malformed: [{ resource: 'builds', name: 'one' }],
    });
    const { items } = (await cluster.client.get(BUILDS)).json();
    expect(items).toMatchObject([
      {
        metadata: { name: 'one', labels: ['not', 'a', 'map'] },
        spec: 'not an object',
      },
      { metadata: { name: 'two', labels: { a: 'b' } }, spec: {} },
    ]);
  });

  it('dies and comes back at the same address', async () => {
    const stream = await watch();
    await stream.next();
    cluster.server.faults.set({ dead: true });
    await expect(stream.next()).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(status()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    cluster.server.faults.set({ dead: false });
    expect(await status()).toBe(200);
  });

  it('lets log bodies trickle', async () => {
    const { state } = cluster;
    const podStatus = {
      containerStatuses: [
        { name: 'c', state: { terminated: { containerID: 'x' } } },
      ],
    };
    state.apply(
      { group: '', plural: 'pods' },
      {
        metadata: { namespace: 'dev', name: 'p' },
        spec: { nodeName: 'n', containers: [{ name: 'c' }] },
        status: podStatus,
      },
    );
    state.logs.append('dev', 'p', 'c', {
      at: '2026-11-22T21:00:00.000000000Z',
      bytes: Buffer.alloc(400, 'x'),
    });
    cluster.server.faults.set({ slowLogBytesPerSecond: 4000 });
    const started = performance.now();
    const answer = await cluster.client.get(
      '/api/v1/namespaces/dev/pods/p/log',
    );
    expect(answer.text).toBe(`${'x'.repeat(400)}\n`);
    expect(performance.now() - started).toBeGreaterThan(90);
  });
});

describe('what may be said about faults', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await testCluster();
  });
  afterAll(async () => cluster.close());

  it.each([
    [
      { latency: 1 },
      'no fault "latency"; there are: latencyMs, tooManyRequests, serverError, resetConnections, blackHole, endWatchesAfterMs, gone, noInitialEvents, noBookmarks, cutEvents, absent, slowLogBytesPerSecond, forbid, malformed, dead',
    ],
    [{ latencyMs: '1' }, 'fault latencyMs: give a number from 0 up'],
    [{ gone: true }, 'fault gone: give "status" or "in-stream"'],
    [{ dead: 1 }, 'fault dead: give true or false'],
    [
      { forbid: [{ verb: 'list' }] },
      'fault forbid: give kinds such as "builds.kpack.io" or {"resource": …}',
    ],
    [
      { tooManyRequests: { times: 1 } },
      'fault tooManyRequests: no field "times"; there are: count, retryAfterSeconds',
    ],
    [
      { slowLogBytesPerSecond: 0 },
      'fault slowLogBytesPerSecond: give at least 1 byte per second',
    ],
    [7, 'faults: give a JSON object'],
  ])('%j is refused', (change, message) => {
    expect(() => cluster.server.faults.setUnknown(change)).toThrow(message);
    expect(cluster.server.faults.settings).toEqual({});
  });

  it('short forms', () => {
    const { faults } = cluster.server;
    faults.setUnknown({ tooManyRequests: true, forbid: 'pods/log' });
    expect(faults.settings).toEqual({
      tooManyRequests: {},
      forbid: [{ resource: 'pods/log' }],
    });
    faults.setUnknown({ tooManyRequests: null });
    expect(faults.settings).toEqual({ forbid: [{ resource: 'pods/log' }] });
    faults.reset();
    expect(faults.settings).toEqual({});
  });
});
