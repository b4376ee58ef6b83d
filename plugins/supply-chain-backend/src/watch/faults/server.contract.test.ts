import { demoServer } from '../../testing/live/demoServer';
import { realServer } from '../../testing/live/realServer';
import type { ServerUnderTest } from '../../testing/live/ServerUnderTest';
import { WatchedServer } from '../../testing/live/WatchedServer';

// A real server on a busy machine is slow, and its controllers take their time.
jest.setTimeout(90_000);

const { KUBE_API_URL, KUBE_API_TOKEN, KUBE_API_VIEWER_TOKEN } = process.env;

const SERVERS: readonly (readonly [string, () => Promise<ServerUnderTest>])[] =
  [
    ['the demo cluster', () => demoServer()],
    ...(KUBE_API_URL && KUBE_API_TOKEN
      ? [
          [
            'the API server at KUBE_API_URL',
            async () =>
              realServer({
                ...{ url: KUBE_API_URL, adminToken: KUBE_API_TOKEN },
                user: {
                  name: 'viewer',
                  token: KUBE_API_VIEWER_TOKEN ?? 'viewer-token',
                },
              }),
          ] as const,
        ]
      : []),
  ];

/** What a server does to those who watch it, whether it is the demo cluster's or a real one (`npm run contract`). */
describe.each(SERVERS)('the live copy of %s', (_name, start) => {
  const [HERE, THERE] = ['live-here', 'live-there'];
  let server: ServerUnderTest;
  let watched: WatchedServer;

  beforeAll(async () => {
    server = await start();
    const { admin } = new WatchedServer(server);
    await Promise.all([HERE, THERE].map(name => admin.createNamespace(name)));
  });

  afterAll(async () => {
    const { admin } = new WatchedServer(server);
    await Promise.all([HERE, THERE].map(name => admin.removeNamespace(name)));
    await server.close();
  });

  beforeEach(async () => {
    watched = new WatchedServer(server);
    const { admin } = watched;
    await server.installKind();
    await settled(() => admin.put(HERE, 'one', 'red'));
    await admin.put(THERE, 'two', 'red');
  });

  afterEach(async () => {
    const { admin, copy } = watched;
    await copy.stop();
    for (const namespace of [undefined, HERE, THERE]) {
      await admin.forbid(namespace);
    }
    await admin.remove(HERE, 'one');
    await admin.remove(HERE, 'new');
    await admin.remove(THERE, 'two');
  });

  const ALL = [`${HERE}/one: red`, `${THERE}/two: red`];

  it('list and watch: holds what there is, then follows what happens', async () => {
    const { admin } = watched;
    await admin.allow();
    watched.start();
    await watched.shows('fresh', ALL);
    await admin.put(HERE, 'new', 'blue');
    await watched.shows('fresh', [`${HERE}/new: blue`, ...ALL]);
    await admin.remove(HERE, 'new');
    await watched.shows('fresh', ALL);
    expect(watched.health).not.toHaveProperty('limitedTo');
  });

  it('CRD absent, added later, removed: says absent, then shows it, then says absent again', async () => {
    const { admin } = watched;
    await admin.allow();
    await server.removeKind();
    watched.start();
    await watched.shows('absent', []);
    expect(watched.health.problem).toMatchObject({ because: 'absent' });

    await server.installKind();
    await settled(() => admin.put(HERE, 'one', 'green'));
    await watched.shows('fresh', [`${HERE}/one: green`]);

    await server.removeKind();
    await watched.shows('absent', []);
  });

  it('permission revoked and granted mid-watch: shows nothing of it, names the verb, and shows it again', async () => {
    const { admin } = watched;
    await admin.allow();
    watched.start();
    await watched.shows('fresh', ALL);
    await admin.forbid();
    watched.breakWatches();
    await watched.shows('denied', []);
    expect(watched.health.problem).toMatchObject({
      ...{ because: 'denied', verb: 'list' },
      resource: 'gadgets.live.example.com',
    });
    await admin.allow();
    await watched.shows('fresh', ALL);
  });

  it('list of all namespaces denied: reads where a Role of a namespace allows it, and says where', async () => {
    const { admin } = watched;
    await admin.allow(HERE);
    watched = new WatchedServer(server, { namespaces: [HERE, THERE] });
    watched.start();
    await watched.shows('fresh', [`${HERE}/one: red`]);
    expect(watched.health.limitedTo).toEqual([HERE]);

    await admin.put(HERE, 'new', 'blue');
    await watched.shows('fresh', [`${HERE}/new: blue`, `${HERE}/one: red`]);
    await admin.remove(HERE, 'new');

    await admin.allow(THERE);
    await watched.shows('fresh', ALL);
    expect(watched.health.limitedTo).toEqual([HERE, THERE]);

    await admin.allow();
    await watched.until(() => watched.health.limitedTo === undefined);
    await watched.shows('fresh', ALL);
  });

  it('list of all namespaces denied: finds the namespaces by SelfSubjectRulesReview where it may list them', async () => {
    const { admin } = watched;
    await admin.allow(THERE);
    await admin.allowNamespaces();
    watched.start();
    await watched.shows('fresh', [`${THERE}/two: red`]);
    expect(watched.health.limitedTo).toEqual([THERE]);
    await admin.forbidNamespaces();
  });

  it('namespace deleted: what was in it goes, the rest stays', async () => {
    const { admin } = watched;
    await admin.allow();
    await admin.createNamespace('live-doomed');
    await settled(() => admin.put('live-doomed', 'last', 'red'));
    watched.start();
    await watched.shows('fresh', ['live-doomed/last: red', ...ALL].sort());
    await admin.removeNamespace('live-doomed');
    await watched.shows('fresh', ALL);
    expect(watched.health.objects).toBe(ALL.length);
  });

  it('token rotation: a token that is refused is named, the next one goes on', async () => {
    const { admin } = watched;
    await admin.allow();
    watched.start();
    await watched.shows('fresh', ALL);
    watched.token = 'of yesterday';
    watched.breakWatches();
    await watched.shows('denied');
    expect(watched.health.problem).toMatchObject({
      because: 'denied',
      says: expect.stringContaining('credentials'),
    });
    watched.token = server.user.token;
    await watched.shows('fresh', ALL);
  });

  it('410 in the stream: lists again and holds what there is', async () => {
    const { admin } = watched;
    await admin.allow();
    watched.start();
    await watched.shows('fresh', ALL);
    watched.nextWatchFrom = '1';
    watched.breakWatches();
    await watched.until(() => watched.nextWatchFrom === undefined);
    await admin.put(HERE, 'new', 'blue');
    await watched.shows('fresh', [`${HERE}/new: blue`, ...ALL]);
    expect(watched.health.objects).toBe(ALL.length + 1);
  });

  /** A new kind or namespace is not served at once. */
  async function settled(work: () => Promise<void>): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await work();
        return;
      } catch (error) {
        if (tries === 100) throw error;
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    }
  }
});
