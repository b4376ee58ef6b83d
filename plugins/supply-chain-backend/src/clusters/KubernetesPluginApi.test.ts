import { InvalidRequest } from './errors/InvalidRequest';
import { everywhere, ScriptedPlugin } from './testing/ScriptedPlugin';
import { writtenBody, type WrittenBody } from './testing/writtenBody';

describe('KubernetesPluginApi', () => {
  let plugin: ScriptedPlugin;

  beforeEach(() => {
    plugin = new ScriptedPlugin();
  });

  afterEach(() => expect(plugin.clock.waits).toEqual([]));

  it('asks as this plugin, with a token for the kubernetes plugin alone', async () => {
    await plugin.list();
    const { url, headers, init } = plugin.first;
    expect(url.href).toBe(
      'http://backstage/api/kubernetes/proxy/apis/kpack.io/v1alpha2/builds?limit=500',
    );
    expect(headers.get('Backstage-Kubernetes-Cluster')).toBe('build');
    expect(headers.get('Authorization')).toContain(
      '{"sub":"plugin:supply-chain","target":"kubernetes"}',
    );
    expect(init.redirect).toBe('manual');
  });

  it('goes from page to page', async () => {
    plugin.answer = ({ url }) =>
      Response.json({
        metadata: {
          resourceVersion: '7',
          continue: url.searchParams.has('continue') ? '' : 'a/b+c=',
        },
        items: [url.searchParams.get('continue')],
      });
    expect((await plugin.list()).flatMap(page => page.items)).toEqual([
      null,
      'a/b+c=',
    ]);
    expect(plugin.sent).toHaveLength(2);
  });

  it('follows no redirect: the token stays where it was meant for', async () => {
    plugin.answer = () =>
      new Response(null, {
        status: 302,
        headers: { Location: 'http://evil/' },
      });
    await expect(plugin.list()).rejects.toMatchObject({
      because: 'upstream-failure',
      status: 302,
    });
    expect(plugin.sent).toHaveLength(1);
  });

  it.each(['', '{', '[]', '"x"', '{"items":[]}'])(
    'calls %j no list',
    async body => {
      plugin.answer = () => new Response(body);
      await expect(plugin.list()).rejects.toMatchObject({
        because: 'broken-answer',
      });
    },
  );

  it('sends nothing for names that no cluster has', async () => {
    await expect(
      plugin.api.get(
        { ...everywhere, namespace: '..', name: 'x' },
        plugin.life.signal,
      ),
    ).rejects.toBeInstanceOf(InvalidRequest);
    await expect(
      plugin.api.get(
        { ...everywhere, cluster: 'a\r\nb', name: 'x' },
        plugin.life.signal,
      ),
    ).rejects.toBeInstanceOf(InvalidRequest);
    expect(plugin.sent).toEqual([]);
  });

  it('waits ten seconds for an answer to begin, and twenty for it to go on', async () => {
    plugin.answer = () => new Promise(() => {});
    const silent = plugin.list().catch((error: unknown) => error);
    await plugin.clock.advance(9_999);
    expect(plugin.clock.waits).toHaveLength(1);
    await plugin.clock.advance(1);
    expect(await silent).toMatchObject({
      because: 'unreachable',
      since: new Date(plugin.clock.now()),
    });

    let body: WrittenBody | undefined;
    plugin.answer = request => {
      body = writtenBody(request);
      return body.response;
    };
    const stalled = plugin.list().catch((error: unknown) => error);
    await plugin.clock.settle();
    for (let n = 0; n < 5; n += 1) {
      body?.write(' ');
      await plugin.clock.advance(19_000);
    }
    await plugin.clock.advance(1_000);
    expect(await stalled).toMatchObject({ because: 'connection-lost' });
  });

  it('remembers since when a cluster is silent, until it answers', async () => {
    const since = plugin.clock.now();
    plugin.answer = () => Promise.reject(new TypeError('fetch failed'));
    await expect(plugin.list()).rejects.toMatchObject({
      since: new Date(since),
    });
    await plugin.clock.advance(60_000);
    await expect(plugin.list()).rejects.toMatchObject({
      since: new Date(since),
    });
    plugin.answer = () =>
      Response.json(
        { kind: 'Status', code: 403, message: 'x' },
        { status: 403 },
      );
    await expect(plugin.list()).rejects.toMatchObject({ because: 'denied' });
    plugin.answer = () => Promise.reject(new TypeError('fetch failed'));
    await expect(plugin.list()).rejects.toMatchObject({
      since: new Date(plugin.clock.now()),
    });
  });

  it('says when it is the kubernetes plugin that is missing', async () => {
    plugin.answer = () => new Response('', { status: 404 });
    await expect(plugin.api.clusters(plugin.life.signal)).rejects.toThrow(
      'plugin-kubernetes-backend',
    );
    plugin.answer = () => Promise.reject(new TypeError('fetch failed'));
    await expect(plugin.api.clusters(plugin.life.signal)).rejects.toMatchObject(
      {
        because: 'cluster-list-failed',
        status: undefined,
      },
    );
    plugin.answer = () => Response.json('nonsense');
    await expect(plugin.api.clusters(plugin.life.signal)).rejects.toMatchObject(
      {
        because: 'cluster-list-failed',
      },
    );
  });

  it('never repeats what came from outside', async () => {
    plugin.answer = () => new Response('SECRET <script>', { status: 500 });
    await expect(plugin.list()).rejects.not.toThrow(/SECRET/);
    plugin.answer = () => Promise.reject(new TypeError('SECRET'));
    await expect(plugin.list()).rejects.not.toThrow(/SECRET/);
  });
});
