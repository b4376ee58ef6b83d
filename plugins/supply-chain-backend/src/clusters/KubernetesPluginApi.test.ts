import { mockServices } from '@backstage/backend-test-utils';
import { FakeClock } from '../clock/FakeClock';
import { InvalidRequest } from './errors/InvalidRequest';
import { KubernetesPluginApi } from './KubernetesPluginApi';
import type { WatchEvent } from './WatchEvent';

const builds = { group: 'kpack.io', version: 'v1alpha2', plural: 'builds' };
const everywhere = { cluster: 'build', resource: builds };
const STATUS = (code: number) => ({ kind: 'Status', code, message: 'x' });

interface Sent {
  readonly url: URL;
  readonly init: RequestInit;
  readonly headers: Headers;
}

describe('KubernetesPluginApi', () => {
  let clock: FakeClock;
  let sent: Sent[];
  let answer: (request: Sent) => Response | Promise<Response>;
  let api: KubernetesPluginApi;
  let life: AbortController;

  beforeEach(() => {
    clock = new FakeClock();
    sent = [];
    life = new AbortController();
    answer = () =>
      Response.json({ metadata: { resourceVersion: '7' }, items: [] });
    api = new KubernetesPluginApi({
      auth: mockServices.auth({ pluginId: 'supply-chain' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async plugin => `http://backstage/api/${plugin}`,
      }),
      fetch: async (input, init = {}) => {
        const request = {
          url: new URL(String(input)),
          init,
          headers: new Headers(init.headers),
        };
        sent.push(request);
        init.signal?.throwIfAborted();
        return Promise.race([
          answer(request),
          new Promise<never>((_, reject) => {
            init.signal?.addEventListener('abort', () =>
              reject(init.signal?.reason),
            );
          }),
        ]);
      },
      clock,
      random: () => 0.5,
    });
  });

  afterEach(() => expect(clock.waits).toEqual([]));

  /** A body that a test writes, which breaks with the request's signal as fetch's does. */
  function stream({ init }: Sent) {
    let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
    const closed = jest.fn();
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        writer = controller;
        init.signal?.addEventListener('abort', () =>
          controller.error(init.signal?.reason),
        );
      },
      cancel: closed,
    });
    return {
      response: new Response(body),
      write: (text: string) => writer?.enqueue(Buffer.from(text)),
      end: () => writer?.close(),
      reset: () => writer?.error(new TypeError('terminated')),
      closed,
    };
  }

  async function list() {
    const pages = [];
    for await (const page of api.list(everywhere, life.signal))
      pages.push(page);
    return pages;
  }

  async function events(into: WatchEvent[] = []) {
    const request = { ...everywhere, resourceVersion: '7' };
    for await (const event of api.watch(request, life.signal)) into.push(event);
    return into;
  }

  it('asks as this plugin, with a token for the kubernetes plugin alone', async () => {
    await list();
    const [{ url, headers, init } = fail()] = sent;
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
    answer = ({ url }) =>
      Response.json({
        metadata: {
          resourceVersion: '7',
          continue: url.searchParams.has('continue') ? '' : 'a/b+c=',
        },
        items: [url.searchParams.get('continue')],
      });
    expect((await list()).flatMap(page => page.items)).toEqual([
      null,
      'a/b+c=',
    ]);
    expect(sent).toHaveLength(2);
  });

  it('follows no redirect: the token stays where it was meant for', async () => {
    answer = () =>
      new Response(null, {
        status: 302,
        headers: { Location: 'http://evil/' },
      });
    await expect(list()).rejects.toMatchObject({
      because: 'upstream-failure',
      status: 302,
    });
    expect(sent).toHaveLength(1);
  });

  it.each(['', '{', '[]', '"x"', '{"items":[]}'])(
    'calls %j no list',
    async body => {
      answer = () => new Response(body);
      await expect(list()).rejects.toMatchObject({ because: 'broken-answer' });
    },
  );

  it('sends nothing for names that no cluster has', async () => {
    await expect(
      api.get({ ...everywhere, namespace: '..', name: 'x' }, life.signal),
    ).rejects.toBeInstanceOf(InvalidRequest);
    await expect(
      api.get({ ...everywhere, cluster: 'a\r\nb', name: 'x' }, life.signal),
    ).rejects.toBeInstanceOf(InvalidRequest);
    expect(sent).toEqual([]);
  });

  it('waits ten seconds for an answer to begin, and twenty for it to go on', async () => {
    answer = () => new Promise(() => {});
    const silent = list().catch((error: unknown) => error);
    await clock.advance(9_999);
    expect(clock.waits).toHaveLength(1);
    await clock.advance(1);
    expect(await silent).toMatchObject({
      because: 'unreachable',
      since: new Date(clock.now()),
    });

    let body: ReturnType<typeof stream> | undefined;
    answer = request => {
      body = stream(request);
      return body.response;
    };
    const stalled = list().catch((error: unknown) => error);
    await clock.settle();
    for (let n = 0; n < 5; n += 1) {
      body?.write(' ');
      await clock.advance(19_000);
    }
    await clock.advance(1_000);
    expect(await stalled).toMatchObject({ because: 'connection-lost' });
  });

  it('remembers since when a cluster is silent, until it answers', async () => {
    const since = clock.now();
    answer = () => Promise.reject(new TypeError('fetch failed'));
    await expect(list()).rejects.toMatchObject({ since: new Date(since) });
    await clock.advance(60_000);
    await expect(list()).rejects.toMatchObject({ since: new Date(since) });
    answer = () => Response.json(STATUS(403), { status: 403 });
    await expect(list()).rejects.toMatchObject({ because: 'denied' });
    answer = () => Promise.reject(new TypeError('fetch failed'));
    await expect(list()).rejects.toMatchObject({
      since: new Date(clock.now()),
    });
  });

  it('says when it is the kubernetes plugin that is missing', async () => {
    answer = () => new Response('', { status: 404 });
    await expect(api.clusters(life.signal)).rejects.toThrow(
      'plugin-kubernetes-backend',
    );
    answer = () => Promise.reject(new TypeError('fetch failed'));
    await expect(api.clusters(life.signal)).rejects.toMatchObject({
      because: 'cluster-list-failed',
      status: undefined,
    });
    answer = () => Response.json('nonsense');
    await expect(api.clusters(life.signal)).rejects.toMatchObject({
      because: 'cluster-list-failed',
    });
  });

  it('never repeats what came from outside', async () => {
    answer = () => new Response('SECRET <script>', { status: 500 });
    await expect(list()).rejects.not.toThrow(/SECRET/);
    answer = () => Promise.reject(new TypeError('SECRET'));
    await expect(list()).rejects.not.toThrow(/SECRET/);
  });

  describe('watch', () => {
    let body: ReturnType<typeof stream>;

    beforeEach(() => {
      answer = request => {
        body = stream(request);
        return body.response;
      };
    });

    const line = (type: string, resourceVersion: string) =>
      `${JSON.stringify({
        type,
        object: { metadata: { resourceVersion } },
      })}\n`;

    it('asks for bookmarks, an end, and bytes as they come', async () => {
      const watching = events();
      await clock.settle();
      body.end();
      await watching;
      const [{ url, headers } = fail()] = sent;
      expect(Object.fromEntries(url.searchParams)).toEqual({
        watch: 'true',
        resourceVersion: '7',
        allowWatchBookmarks: 'true',
        timeoutSeconds: '265',
      });
      expect(headers.get('Accept-Encoding')).toBe('identity');
    });

    it('asks for the state first when it has no version to go on from, and lasts as long as it is told', async () => {
      const watching = (async () => {
        const request = { ...everywhere, namespace: 'dev', seconds: 555 };
        for await (const _ of api.watch(request, life.signal));
      })();
      await clock.settle();
      body.end();
      await watching;
      const [{ url } = fail()] = sent;
      expect(url.pathname).toContain('/namespaces/dev/builds');
      expect(Object.fromEntries(url.searchParams)).toEqual({
        watch: 'true',
        sendInitialEvents: 'true',
        resourceVersionMatch: 'NotOlderThan',
        allowWatchBookmarks: 'true',
        timeoutSeconds: '555',
      });
    });

    it('gives each event as soon as its line is whole', async () => {
      const got: WatchEvent[] = [];
      const watching = events(got);
      await clock.settle();
      const added = line('ADDED', '8');
      body.write(added.slice(0, 20));
      await clock.settle();
      expect(got).toEqual([]);
      body.write(added.slice(20) + line('BOOKMARK', '9'));
      await clock.settle();
      expect(got).toMatchObject([
        { type: 'ADDED' },
        { type: 'BOOKMARK', resourceVersion: '9' },
      ]);
      body.end();
      await watching;
    });

    it('drops a last line that was cut off', async () => {
      const got: WatchEvent[] = [];
      const watching = events(got);
      await clock.settle();
      body.write(line('ADDED', '8') + line('ADDED', '9').slice(0, 30));
      body.end();
      await watching;
      expect(got).toHaveLength(1);
    });

    it('throws an ERROR event as what it means', async () => {
      const watching = events();
      await clock.settle();
      body.write(`${JSON.stringify({ type: 'ERROR', object: STATUS(410) })}\n`);
      await expect(watching).rejects.toMatchObject({ because: 'gone' });
      expect(body.closed).toHaveBeenCalled();
    });

    it('throws away nothing silently: an unreadable line ends it', async () => {
      const watching = events();
      await clock.settle();
      body.write('{"type":"ADDED","object":{"metadata"\n');
      await expect(watching).rejects.toMatchObject({
        because: 'broken-answer',
      });
    });

    it('says that the connection broke', async () => {
      const watching = events();
      await clock.settle();
      body.reset();
      await expect(watching).rejects.toMatchObject({
        because: 'connection-lost',
      });
    });

    it('gives up a connection that outlives its own end', async () => {
      const watching = events().catch((error: unknown) => error);
      await clock.settle();
      await clock.advance(264_000);
      body.write(line('BOOKMARK', '9'));
      await clock.advance(9_000);
      expect(await watching).toMatchObject({ because: 'connection-lost' });
    });

    it('closes the connection when its reader leaves', async () => {
      const request = { ...everywhere, resourceVersion: '7' };
      const watching = (async () => {
        for await (const _ of api.watch(request, life.signal)) break;
      })();
      await clock.settle();
      body.write(line('ADDED', '8'));
      await watching;
      expect(body.closed).toHaveBeenCalled();
    });

    it('ends with its signal, for its reason', async () => {
      const reason = new Error('left');
      const watching = events();
      await clock.settle();
      life.abort(reason);
      await expect(watching).rejects.toBe(reason);
    });
  });

  describe('log', () => {
    const log = {
      cluster: 'build',
      namespace: 'dev',
      pod: 'p',
      container: 'build',
    };

    it('waits for a silent container as long as it likes, when following', async () => {
      let body: ReturnType<typeof stream> | undefined;
      answer = request => {
        body = stream(request);
        return body.response;
      };
      const got: string[] = [];
      const reading = (async () => {
        const chunks = await api.log({ ...log, follow: true }, life.signal);
        for await (const chunk of chunks)
          got.push(Buffer.from(chunk).toString());
      })();
      await clock.settle();
      await clock.advance(3_600_000);
      body?.write('at last\n');
      body?.end();
      await reading;
      expect(got).toEqual(['at last\n']);
    });

    it('does not call a container silent for long a dead cluster', async () => {
      answer = () =>
        Promise.reject(
          Object.assign(new TypeError('fetch failed'), {
            cause: { code: 'UND_ERR_HEADERS_TIMEOUT' },
          }),
        );
      await expect(
        api.log({ ...log, follow: true }, life.signal),
      ).rejects.toMatchObject({
        because: 'connection-lost',
      });
    });

    it('tells a log that was cut off from one that is over', async () => {
      let body: ReturnType<typeof stream> | undefined;
      answer = request => {
        body = stream(request);
        return body.response;
      };
      const chunks = await api.log(log, life.signal);
      const reading = (async () => {
        for await (const _ of chunks);
      })();
      body?.reset();
      await expect(reading).rejects.toMatchObject({
        because: 'connection-lost',
      });
    });
  });

  function fail(): never {
    throw new Error('Nothing was sent');
  }
});
