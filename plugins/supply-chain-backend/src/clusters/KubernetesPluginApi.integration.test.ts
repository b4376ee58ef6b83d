import { until } from '../testing/until';
import { LIST_PAGE } from './LIST_PAGE';
import { PluginDiscovery } from './PluginDiscovery';
import { PluginTransport } from './PluginTransport';
import { failuresThroughPlugin } from './testing/failuresThroughPlugin';
import { logsThroughPlugin } from './testing/logsThroughPlugin';
import { builds, PluginInFront } from './testing/PluginInFront';
import type { WatchEvent } from './WatchEvent';

/** A whole backend starts; under load that takes its time. */
jest.setTimeout(120_000);

describe('KubernetesPluginApi through a real backend with the real kubernetes plugin', () => {
  const front = new PluginInFront();
  beforeAll(() => front.start());
  afterAll(() => front.stop());
  afterEach(() => front.endTest());

  /** A change of a Build, as somebody's `kubectl annotate` makes it. */
  function annotate(value: string) {
    const build = front.oneBuild();
    const { metadata } = build;
    return front.demo.build.state.apply(builds, {
      ...build,
      metadata: {
        ...metadata,
        annotations: { ...metadata.annotations, value },
      },
    });
  }

  it('knows every configured cluster, and whose token it wants', async () => {
    const clusters = await front.api.clusters(front.life.signal);
    expect(clusters.map(({ name, access }) => [name, access])).toEqual([
      ['build', 'shared'],
      ['no rights', 'shared'],
      ['wrong token', 'shared'],
      ['Grüße', 'shared'],
      ['run', 'shared'],
      ['nobody', 'shared'],
      ['personal', 'per-user'],
      ['proxied', 'shared'],
    ]);
    expect(clusters[0]?.title).toBe('Build cluster');
  });

  it('keeps our own token from a cluster that the kubernetes plugin has none for', async () => {
    await front.api.clusters(front.life.signal);
    await front.all('proxied');
    expect(front.handedOn.length).toBeGreaterThan(0);
    for (const headers of front.handedOn) {
      expect(headers.authorization ?? '').toBe('');
      expect(JSON.stringify(headers)).not.toContain('Bearer');
    }
  });

  it('lists what the cluster has', async () => {
    const pages = await front.all('build');
    expect(pages.flatMap(page => page.items)).toHaveLength(
      front.demo.build.state.list(builds).items.length,
    );
    expect(pages.at(-1)?.resourceVersion).toBe(
      front.demo.build.state.resourceVersion,
    );
  });

  it('lists a thousand objects in pages of one version', async () => {
    const gitrepositories = {
      ...{ group: 'source.toolkit.fluxcd.io', version: 'v1beta2' },
      plural: 'gitrepositories',
    };
    const before = front.demo.build.state.list(gitrepositories).items;
    const [like] = before;
    if (!like) throw new Error('The recording has no GitRepository');
    const version = like.apiVersion?.split('/')[1] ?? 'v1';
    const { uid: _uid, ...metadata } = like.metadata;
    for (let n = 0; n < 1100; n += 1) {
      front.demo.build.state.apply(gitrepositories, {
        ...like,
        metadata: { ...metadata, name: `many-${n}` },
      });
    }
    const pages = await front.all('build', { ...gitrepositories, version });
    const items = pages.flatMap(page => page.items);
    expect(new Set(items.map(item => JSON.stringify(item))).size).toBe(
      before.length + 1100,
    );
    // Each request's answer ends with the version.
    const versions = pages.flatMap(page => page.resourceVersion ?? []);
    expect(versions).toHaveLength(
      Math.ceil((before.length + 1100) / LIST_PAGE),
    );
    expect(new Set(versions).size).toBe(1);
  });

  it('reads one object', async () => {
    const { namespace, name } = front.oneBuild().metadata;
    await expect(
      front.api.get(
        { cluster: 'build', resource: builds, namespace, name },
        front.life.signal,
      ),
    ).resolves.toMatchObject({ kind: 'Build', metadata: { namespace, name } });
  });

  it('shows a change within a second, though compression is on', async () => {
    const events: WatchEvent[] = [];
    const { resourceVersion } = front.demo.build.state;
    const request = { cluster: 'build', resource: builds, resourceVersion };
    const watching = (async () => {
      for await (const event of front.api.watch(request, front.life.signal)) {
        events.push(event);
        if (events.length === 3) break;
      }
    })();
    await until(() => front.demo.build.server.metrics().openWatches > 0);
    const took: number[] = [];
    for (const value of ['one', 'two', 'three']) {
      const at = Date.now();
      annotate(value);
      const n = events.length;
      await until(() => events.length > n);
      took.push(Date.now() - at);
    }
    // The machine may be busy once; every one late would be ours.
    expect(Math.min(...took)).toBeLessThan(1_000);
    await watching;
    expect(events).toEqual([
      expect.objectContaining({ type: 'MODIFIED' }),
      expect.objectContaining({ type: 'MODIFIED' }),
      expect.objectContaining({
        type: 'MODIFIED',
        resourceVersion: front.demo.build.state.resourceVersion,
      }),
    ]);
  });

  it('begins a watch with the state, and says where that ends', async () => {
    const events: WatchEvent[] = [];
    const request = { cluster: 'build', resource: builds };
    for await (const event of front.api.watch(request, front.life.signal)) {
      events.push(event);
      if (event.type === 'BOOKMARK') break;
    }
    expect(events.at(-1)).toMatchObject({ initialEnd: true });
    expect(events).toHaveLength(
      front.demo.build.state.list(builds).items.length + 1,
    );
  });

  it('asks which kinds there are, and what we may do', async () => {
    const { auth, discovery: plugins } = front.backend;
    const discovery = new PluginDiscovery(
      new PluginTransport({
        auth,
        discovery: plugins,
        fetch,
        clock: front.clock,
      }),
    );
    const kpack = { group: 'kpack.io', version: 'v1alpha2' };
    const served = await discovery.served('build', kpack, front.life.signal);
    expect(served.has('builds')).toBe(true);
    const ours = await discovery.rightsIn('build', 'dev', front.life.signal);
    expect(ours.toList(builds)).toBe('yes');
    const none = await discovery.rightsIn(
      'no rights',
      'dev',
      front.life.signal,
    );
    expect(none.toList(builds)).toBe('no');
    expect(
      await discovery.ownNamespace('no rights', front.life.signal),
    ).toBeUndefined();
  });

  it.each(['status', 'in-stream'] as const)(
    'says that a version is too old (410 as %s)',
    async gone => {
      const { resourceVersion } = front.demo.build.state;
      front.demo.build.faults.set({ gone });
      const request = { cluster: 'build', resource: builds, resourceVersion };
      await expect(
        front.api
          .watch(request, front.life.signal)
          [Symbol.asyncIterator]()
          .next(),
      ).rejects.toMatchObject({ because: 'gone', asked: { verb: 'watch' } });
    },
  );

  it('patches, and is refused when the object has moved on', async () => {
    const { namespace, name } = front.oneBuild().metadata;
    const request = { cluster: 'build', resource: builds, namespace, name };
    await expect(
      front.api.patch(
        { ...request, merge: { metadata: { annotations: { asked: 'yes' } } } },
        front.life.signal,
      ),
    ).resolves.toMatchObject({ metadata: { annotations: { asked: 'yes' } } });
    await expect(
      front.api.patch(
        { ...request, merge: { metadata: { resourceVersion: '1' } } },
        front.life.signal,
      ),
    ).rejects.toMatchObject({
      because: 'conflict',
      asked: { verb: 'patch', name },
    });
  });

  logsThroughPlugin(front);
  failuresThroughPlugin(front);
});
