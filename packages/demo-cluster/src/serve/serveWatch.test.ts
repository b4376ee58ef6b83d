import { ManualClock } from '../testing/ManualClock.ts';
import type { TestCluster } from '../testing/testCluster.ts';
import { testCluster } from '../testing/testCluster.ts';
import { until } from '../testing/until.ts';

const BUILDS = { group: 'kpack.io', plural: 'builds' };
const PATH = '/apis/kpack.io/v1alpha2/builds?watch=true';
const MINUTE = 60_000;
/** More than the API server is ever late with a bookmark. */
const LATE = 2_000;

/** What every server does is in the contract suite; here is what needs a clock of one's own. */
describe('serveWatch', () => {
  const clock = new ManualClock();
  let cluster: TestCluster;
  beforeEach(async () => {
    cluster = await testCluster({
      clock,
      historyLimit: 10,
      historyMaxAgeMs: 5 * MINUTE,
    });
  });
  afterEach(async () => {
    await cluster.close();
    expect(clock.waiting).toBe(0);
  });
  const build = (name: string) =>
    cluster.state.apply(BUILDS, { metadata: { name, namespace: 'dev' } });
  const open = async (query: string) => {
    const stream = await cluster.client.stream(`${PATH}&${query}`);
    await until(() => clock.waiting > 0);
    return stream;
  };

  it('sends a bookmark a minute with the newest version', async () => {
    const stream = await open(
      `allowWatchBookmarks=true&resourceVersion=${cluster.state.resourceVersion}`,
    );
    clock.advance(MINUTE + LATE);
    const bookmark = {
      type: 'BOOKMARK',
      object: {
        kind: 'Build',
        metadata: { resourceVersion: cluster.state.resourceVersion },
      },
    };
    expect(await stream.next()).toMatchObject(bookmark);
    cluster.state.apply(
      { group: '', plural: 'pods' },
      { metadata: { name: 'p', namespace: 'dev' } },
    );
    clock.advance(MINUTE + LATE);
    expect(await stream.next()).toMatchObject({
      object: { metadata: { resourceVersion: cluster.state.resourceVersion } },
    });
    stream.close();
    await until(() => clock.waiting === 0);
  });

  it('sends none but the one that ends the initial events of a kind that it has not heard of', async () => {
    cluster.server.faults.set({ noBookmarks: true });
    const stream = await open(
      'allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan',
    );
    expect(await stream.next()).toMatchObject({ type: 'BOOKMARK' });
    clock.advance(10 * MINUTE);
    build('next');
    expect(await stream.next()).toMatchObject({ type: 'ADDED' });
  });

  it('sends none unasked', async () => {
    const stream = await open(
      `resourceVersion=${cluster.state.resourceVersion}`,
    );
    clock.advance(10 * MINUTE);
    build('next');
    expect(await stream.next()).toMatchObject({ type: 'ADDED' });
  });

  it('sends a bookmark shortly before the end that was asked for', async () => {
    const stream = await open(
      `allowWatchBookmarks=true&timeoutSeconds=10&resourceVersion=${cluster.state.resourceVersion}`,
    );
    clock.advance(10_000);
    expect(await stream.next()).toMatchObject({ type: 'BOOKMARK' });
    expect(await stream.next()).toBeUndefined();
  });

  it('ends by itself after half an hour to an hour', async () => {
    const stream = await open(
      `resourceVersion=${cluster.state.resourceVersion}`,
    );
    clock.advance(29 * MINUTE);
    expect(cluster.server.metrics().openWatches).toBe(1);
    clock.advance(31 * MINUTE);
    expect(await stream.next()).toBeUndefined();
  });

  it('frees all when the client leaves', async () => {
    const stream = await open('allowWatchBookmarks=true');
    expect(cluster.server.metrics().openWatches).toBe(1);
    stream.close();
    await until(() => cluster.server.metrics().openWatches === 0);
    expect(clock.waiting).toBe(0);
  });

  it('has forgotten what is old or too much', async () => {
    const before = cluster.state.resourceVersion;
    build('a');
    clock.advance(6 * MINUTE);
    const byAge = await cluster.client.stream(
      `${PATH}&resourceVersion=${before}`,
    );
    expect(await byAge.next()).toMatchObject({
      type: 'ERROR',
      object: { code: 410 },
    });
    const later = cluster.state.resourceVersion;
    for (let i = 0; i < 20; i += 1) build(`b-${i}`);
    const byCount = await cluster.client.stream(
      `${PATH}&resourceVersion=${later}`,
    );
    expect(await byCount.next()).toMatchObject({
      type: 'ERROR',
      object: { code: 410 },
    });
  });

  it('gives a fresh token for pages that are forgotten', async () => {
    const path = '/apis/kpack.io/v1alpha2/builds';
    for (const name of ['a', 'b', 'c']) build(name);
    const first = (await cluster.client.get(`${path}?limit=1`)).json() as {
      metadata: { continue: string };
    };
    build('bb');
    clock.advance(6 * MINUTE);
    const gone = await cluster.client.get(
      `${path}?limit=1&continue=${first.metadata.continue}`,
    );
    expect(gone.status).toBe(410);
    const { message, metadata, reason } = gone.json() as {
      message: string;
      reason: string;
      metadata: { continue: string };
    };
    expect(reason).toBe('Expired');
    expect(message).toMatch(
      /^The provided continue parameter is too old to display a consistent list result\./,
    );
    const rest = await cluster.client.get(
      `${path}?continue=${metadata.continue}`,
    );
    expect(rest.json()).toMatchObject({
      items: [
        { metadata: { name: 'b' } },
        { metadata: { name: 'bb' } },
        { metadata: { name: 'c' } },
      ],
    });
  });

  it('watches events in both their groups', async () => {
    const stream = await cluster.client.stream(
      '/apis/events.k8s.io/v1/events?watch=true&fieldSelector=regarding.name%3Dp',
    );
    cluster.state.apply(
      { group: '', plural: 'events' },
      {
        metadata: { name: 'e', namespace: 'dev' },
        involvedObject: { kind: 'Pod', name: 'p' },
        message: 'Pulled',
      },
    );
    expect(await stream.next()).toMatchObject({
      object: {
        apiVersion: 'events.k8s.io/v1',
        kind: 'Event',
        regarding: { name: 'p' },
        note: 'Pulled',
      },
    });
    stream.close();
    await until(() => clock.waiting === 0);
  });
});
