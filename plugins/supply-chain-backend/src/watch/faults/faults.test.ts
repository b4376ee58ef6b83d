import { systemClock } from 'demo-cluster';
import type { FaultSettings } from 'demo-cluster';
import { demoServer } from '../../testing/live/demoServer';
import { WatchedServer } from '../../testing/live/WatchedServer';

// Seconds each, when the machine has nothing else to do.
jest.setTimeout(90_000);

const GADGETS = 'gadgets.live.example.com';
const LIST = `list ${GADGETS}`;
const WATCH = `watch ${GADGETS}`;
const HERE = 'here';
const MINUTE = 60_000;

/** Milliseconds of our own time, which goes thirty times as fast. */
const real = (ms: number) =>
  new Promise(resolve => {
    setTimeout(resolve, ms / 30);
  });

/**
 * Every fault of a cluster that we promise to live with, by the demo cluster's knobs. Those that a real server can be brought
 * to show are in `server.contract.test.ts`; what needs a clock that stands still is in `ReflectingLiveCopy.test.ts`.
 */
describe('the live copy of a cluster that goes wrong', () => {
  let demo: Awaited<ReturnType<typeof demoServer>>;
  let watched: WatchedServer;

  async function startDemo(options?: Parameters<typeof demoServer>[0]) {
    demo = await demoServer(options);
    watched = new WatchedServer(demo);
    put('one', 'red');
    put('two', 'red');
    await watched.admin.allow();
  }

  afterEach(async () => {
    await watched.copy.stop();
    await watched.until(() => demo.server.metrics().openWatches === 0);
    await demo.close();
  });

  function put(name: string, colour: string) {
    return demo.state.apply(demo.resource, {
      metadata: { namespace: HERE, name },
      spec: { colour },
    });
  }
  const remove = (name: string) => demo.state.remove(demo.resource, HERE, name);
  const faults = (settings: FaultSettings) => demo.server.faults.set(settings);
  const asked = (what: string) => demo.server.metrics().requests[what] ?? 0;
  const RED = ['here/one: red', 'here/two: red'];

  async function startWatching() {
    watched.start();
    await watched.shows('fresh', RED);
    await watched.until(() => demo.server.metrics().openWatches === 1);
  }

  it('streaming list: is one request, and the watch with it', async () => {
    await startDemo();
    await startWatching();
    put('two', 'blue');
    await watched.shows('fresh', ['here/one: red', 'here/two: blue']);
    expect([asked(LIST), asked(WATCH)]).toEqual([0, 1]);
  });

  it.each(['forbidden', 'unsupported', 'ignored'] as const)(
    'streaming list %s: lists in pages and watches, and does not ask again soon',
    async noInitialEvents => {
      await startDemo();
      faults({ noInitialEvents });
      await startWatching();
      put('two', 'blue');
      await watched.shows('fresh', ['here/one: red', 'here/two: blue']);
      expect(asked(LIST)).toBe(1);
      const before = asked(WATCH);
      faults({ gone: 'status' });
      demo.server.faults.endWatchesNow();
      await watched.until(() => asked(LIST) === 2);
      faults({ noInitialEvents });
      demo.server.faults.set({ gone: null });
      await watched.shows('fresh', ['here/one: red', 'here/two: blue']);
      await watched.until(() => demo.server.metrics().openWatches === 1);
      // The one refused with 410, the one that goes on, and at most one more in between; none that asks for a stream.
      expect(asked(WATCH) - before).toBeLessThanOrEqual(3);
    },
  );

  it('API server restart: says that it is down, keeps what it holds, and loses nothing of what happened meanwhile', async () => {
    await startDemo();
    await startWatching();
    faults({ dead: true });
    await watched.shows('down', RED);
    expect(watched.health.problem).toMatchObject({ because: 'unreachable' });
    put('new', 'blue');
    remove('two');
    demo.server.faults.reset();
    await watched.shows('fresh', ['here/new: blue', 'here/one: red']);
  });

  it('API server ends all watches: goes on where it was, without a list and without a word', async () => {
    await startDemo();
    await startWatching();
    for (const colour of ['blue', 'green', 'black']) {
      demo.server.faults.endWatchesNow();
      put('two', colour);
      await watched.shows('fresh', ['here/one: red', `here/two: ${colour}`]);
    }
    expect(asked(LIST)).toBe(0);
  });

  it.each([
    ['three hours fast', 3 * 60 * MINUTE],
    ['a day slow', -24 * 60 * MINUTE],
  ])(
    'clock skew: a cluster whose clock is %s is as fresh as any',
    async (_, skew) => {
      await startDemo({
        clock: { ...systemClock, now: () => systemClock.now() + skew },
      });
      await startWatching();
      faults({ tooManyRequests: { count: 1, retryAfterSeconds: 3 } });
      demo.server.faults.endWatchesNow();
      put('two', 'blue');
      await watched.shows('fresh', ['here/one: red', 'here/two: blue']);
      const seenAt = Date.parse(watched.health.seenAt ?? '');
      expect(Math.abs(seenAt - watched.clock.now())).toBeLessThan(MINUTE);
    },
  );

  it('token rotation: names the old token as refused, and goes on with the new one', async () => {
    await startDemo();
    await startWatching();
    demo.server.rotateToken('reader', 'new-token');
    demo.server.faults.endWatchesNow();
    await watched.until(() => watched.health.state === 'denied');
    expect(watched.health.problem).toMatchObject({
      says: expect.stringContaining('does not accept the credentials'),
    });
    watched.token = 'new-token';
    await watched.shows('fresh', RED);
  });

  it('429 with Retry-After: waits as long as it is told, and says so', async () => {
    await startDemo();
    faults({ tooManyRequests: { retryAfterSeconds: 40 } });
    watched.start();
    await watched.until(() => watched.health.state === 'down');
    expect(watched.health.problem).toMatchObject({
      says: expect.stringContaining('asks to wait'),
    });
    const before = asked(WATCH) + asked(LIST);
    await real(30_000);
    expect(asked(WATCH) + asked(LIST)).toBe(before);
    demo.server.faults.reset();
    await watched.shows('fresh', RED);
  });

  it('half-open connection: is given up when bookmarks stay away, and nothing is lost', async () => {
    await startDemo({ bookmarkMs: 500 });
    await startWatching();
    const { resourceVersion } = demo.state;
    put('three', 'red');
    await watched.shows('fresh', [...RED, 'here/three: red'].sort());
    expect(demo.state.resourceVersion).not.toBe(resourceVersion);
    await real(60_000);
    const before = asked(WATCH);
    watched.stallWatches();
    put('three', 'blue');
    await watched.shows('fresh', [
      'here/one: red',
      'here/three: blue',
      'here/two: red',
    ]);
    expect(asked(WATCH) - before).toBe(1);
    expect(asked(LIST)).toBe(0);
  });

  it('black hole: is named within 25 s, though every connection stays open', async () => {
    await startDemo();
    await startWatching();
    const at = watched.clock.now();
    faults({ blackHole: true });
    await watched.until(() => watched.health.state === 'down');
    // As measured by a clock in a hurry, on a machine that is not.
    expect(watched.clock.now() - at).toBeLessThan(2 * 25_000);
    demo.server.faults.reset();
    await watched.shows('fresh', RED);
  });

  it('partial JSON line: is no event, and the event comes whole with the next connection', async () => {
    await startDemo();
    await startWatching();
    faults({ cutEvents: { count: 1 } });
    put('two', 'blue');
    await watched.shows('fresh', ['here/one: red', 'here/two: blue']);
    expect(watched.health.unreadable).toBe(0);
  });

  it('5 MB object: is an object like any other, in a list and in a watch', async () => {
    await startDemo();
    const ballast = 'x'.repeat(5 * 1024 * 1024);
    const big = (name: string) =>
      demo.state.apply(demo.resource, {
        metadata: { namespace: HERE, name },
        spec: { colour: 'red', ballast },
      });
    big('three');
    watched.start();
    await watched.shows('fresh', [...RED, 'here/three: red'].sort());
    big('two');
    put('one', 'blue');
    await watched.shows('fresh', [
      'here/one: blue',
      'here/three: red',
      'here/two: red',
    ]);
    expect(watched.health.unreadable).toBe(0);
  });

  it('malformed object: is named unreadable and counted, and the watch goes on', async () => {
    await startDemo();
    faults({ malformed: [{ resource: GADGETS, name: 'two' }] });
    watched.start();
    await watched.shows('fresh', ['here/one: red']);
    expect(watched.health.unreadable).toBe(1);
    expect(watched.unreadable).toMatchObject([
      { namespace: HERE, name: 'two' },
    ]);
    put('new', 'blue');
    await watched.shows('fresh', ['here/new: blue', 'here/one: red']);
    demo.server.faults.reset();
    put('two', 'mended');
    await watched.shows('fresh', [
      'here/new: blue',
      'here/one: red',
      'here/two: mended',
    ]);
    expect(watched.health.unreadable).toBe(0);
  });

  it.each(['status', 'in-stream'] as const)(
    '410 as %s: lists again, and removes what is gone only then',
    async gone => {
      await startDemo();
      await startWatching();
      faults({ gone, latencyMs: 100 });
      demo.server.faults.endWatchesNow();
      remove('two');
      put('new', 'blue');
      const shown: string[] = [];
      watched.copy.onChange(change => {
        if (change.what === 'objects') shown.push(watched.held.join());
      });
      await watched.shows('fresh', ['here/new: blue', 'here/one: red']);
      // One change, from the whole old to the whole new.
      expect(shown).toEqual(['here/new: blue,here/one: red']);
    },
  );

  it('watch ends at once again and again: is asked for less and less often', async () => {
    await startDemo();
    await startWatching();
    faults({ endWatchesAfterMs: 0 });
    demo.server.faults.endWatchesNow();
    const before = asked(WATCH);
    await real(45_000);
    // After 0.5, 1, 2, 4, 8, 16 and 30 s, or half of each.
    expect(asked(WATCH) - before).toBeGreaterThan(3);
    expect(asked(WATCH) - before).toBeLessThan(10);
    expect(watched.health.state).toBe('fresh');
  });

  it('duplicate and regressed events: what a version of the past repeats changes nothing in the end', async () => {
    await startDemo();
    await startWatching();
    const past = demo.state.resourceVersion;
    for (const colour of ['blue', 'green', 'black']) put('two', colour);
    remove('one');
    await watched.shows('fresh', ['here/two: black']);
    watched.nextWatchFrom = past;
    watched.breakWatches();
    await watched.until(() => watched.nextWatchFrom === undefined);
    put('new', 'blue');
    await watched.shows('fresh', ['here/new: blue', 'here/two: black']);
    expect(asked(LIST)).toBe(0);
  });

  it('no bookmarks: stays fresh, and asks for no list', async () => {
    await startDemo();
    faults({ noBookmarks: true });
    await startWatching();
    await real(MINUTE);
    put('two', 'blue');
    await watched.shows('fresh', ['here/one: red', 'here/two: blue']);
    expect(asked(LIST)).toBe(0);
  });

  it('idle: ends every connection after the time configured, and starts again with the next reader', async () => {
    await startDemo();
    watched = new WatchedServer(demo, { idleStopMs: MINUTE });
    await startWatching();
    const end = Date.now() + 60_000;
    while (demo.server.metrics().openWatches > 0 && Date.now() < end) {
      await real(1_000);
    }
    expect(watched.copy.clusters()).toEqual([]);
    await startWatching();
  });

  it('clusters added and removed at the locator: appear and vanish without a restart', async () => {
    await startDemo();
    await startWatching();
    const second = await demoServer();
    watched.addCluster('second', second);
    await watched.until(() => watched.copy.clusters().length === 2);
    expect(watched.copy.clusters().map(({ name }) => name)).toEqual([
      'live',
      'second',
    ]);
    await watched.until(
      () => (second.server.metrics().requests[WATCH] ?? 0) > 0,
    );
    watched.removeCluster('second');
    await watched.until(() => watched.copy.clusters().length === 1);
    await watched.until(() => second.server.metrics().openWatches === 0);
    expect(watched.health.state).toBe('fresh');
    await second.close();
  });
});
