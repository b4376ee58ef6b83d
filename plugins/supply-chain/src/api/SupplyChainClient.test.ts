import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { recordedViews } from '../testing/recordedViews';
import { SupplyChainClient } from './SupplyChainClient';
import { SupplyChainError } from './SupplyChainError';

const BASE = 'http://backstage.test/api/supply-chain';
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const client = new SupplyChainClient(
  {
    discoveryApi: { getBaseUrl: async id => `http://backstage.test/api/${id}` },
    fetchApi: { fetch: (...args) => fetch(...args) },
  },
  {
    current: () => ({ state: 'loading', stale: false }),
    subscribe: () => () => {},
  },
);
const signal = () => new AbortController().signal;
const [view] = recordedViews().views;
if (!view) throw new Error('No view was recorded');

async function failure(promise: Promise<unknown>): Promise<SupplyChainError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SupplyChainError) return error;
  throw new Error(`Expected a SupplyChainError, got ${String(error)}`);
}

describe('SupplyChainClient', () => {
  it('reads a view', async () => {
    server.use(
      http.get(`${BASE}/v1/workloads/build/storefront/payments`, () =>
        HttpResponse.json(view),
      ),
    );
    const ref = { cluster: 'build', namespace: 'storefront', name: 'payments' };
    expect(await client.workload(ref, signal())).toEqual(view);
  });

  it('encodes what could be taken for a part of the path', async () => {
    let asked = '';
    server.use(
      http.get(/.*/, ({ request }) => {
        asked = new URL(request.url).pathname;
        return HttpResponse.json(view);
      }),
    );
    await client.workload(
      { cluster: 'arn:aws:eks/a?b', namespace: 'ns', name: 'x#y' },
      signal(),
    );
    expect(asked).toBe(
      '/api/supply-chain/v1/workloads/arn%3Aaws%3Aeks%2Fa%3Fb/ns/x%23y',
    );
  });

  it('asks with every filter that is set, each value by itself', async () => {
    let asked = '';
    server.use(
      http.get(`${BASE}/v1/workloads`, ({ request }) => {
        asked = new URL(request.url).search;
        return HttpResponse.json({ error: {} }, { status: 500 });
      }),
    );
    await failure(
      client.workloads(
        { q: 'a b', phase: ['failed', 'running'], namespace: [], limit: 5 },
        signal(),
      ),
    );
    expect(asked).toBe('?q=a+b&phase=failed&phase=running&limit=5');
  });

  it.each<[string, () => Response, Partial<SupplyChainError>]>([
    [
      "the backend's own words",
      () =>
        HttpResponse.json(
          {
            error: {
              name: 'AccessDenied',
              message: 'Cluster build refuses',
              code: 'cluster-denied',
              cluster: 'build',
              verb: 'list',
              resource: 'builds.kpack.io',
            },
          },
          { status: 403 },
        ),
      {
        code: 'cluster-denied',
        message: 'Cluster build refuses',
        where: { cluster: 'build', verb: 'list', resource: 'builds.kpack.io' },
      },
    ],
    [
      "another middleware's 401",
      () => HttpResponse.json({ error: { name: 'X' } }, { status: 401 }),
      { code: 'unauthenticated' },
    ],
    [
      'a proxy that is down',
      () => new HttpResponse('<html>', { status: 502 }),
      { code: 'network' },
    ],
    [
      'a teapot',
      () => new HttpResponse(null, { status: 418 }),
      { code: 'internal' },
    ],
    [
      'a sign-in page',
      () => HttpResponse.html('<html>sign in</html>'),
      { code: 'unreadable' },
    ],
    [
      'a view of another form',
      () => HttpResponse.json({ ...view, phase: 'blue' }),
      { code: 'unreadable' },
    ],
    ['no answer', () => HttpResponse.error(), { code: 'network' }],
  ])('turns %s into an error of ours', async (_, answer, expected) => {
    server.use(http.get(`${BASE}/v1/workloads/a/b/c`, answer));
    const error = await failure(
      client.workload({ cluster: 'a', namespace: 'b', name: 'c' }, signal()),
    );
    expect(error).toMatchObject(expected);
  });

  it('names the field that it cannot read and none of the content', async () => {
    server.use(
      http.get(`${BASE}/v1/workloads/a/b/c`, () =>
        HttpResponse.json({ ...view, phase: 's3cret' }),
      ),
    );
    const { message } = await failure(
      client.workload({ cluster: 'a', namespace: 'b', name: 'c' }, signal()),
    );
    expect(message).toContain('phase');
    expect(message).not.toContain('s3cret');
  });

  it('lets an abort be an abort', async () => {
    server.use(
      http.get(`${BASE}/v1/workloads/a/b/c`, () => new Promise(() => {})),
    );
    const leaving = new AbortController();
    const asked = client.workload(
      { cluster: 'a', namespace: 'b', name: 'c' },
      leaving.signal,
    );
    leaving.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  const topic = {
    type: 'workload' as const,
    id: '1',
    cursor: 'a',
    ref: { cluster: 'a', namespace: 'b', name: 'c' },
  };

  it('polls by GET, and by POST when the topics do not fit into a URL', async () => {
    const asked: unknown[] = [];
    server.use(
      http.get(`${BASE}/v1/poll`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        asked.push(Object.fromEntries(searchParams));
        return HttpResponse.json({
          messages: [
            { type: 'unchanged', id: '1', seq: 1, version: 'a' },
            { type: 'of-a-newer-backend' },
          ],
        });
      }),
      http.post(`${BASE}/v1/poll`, async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ messages: [] });
      }),
    );
    expect(await client.poll([topic], 25_000, signal())).toEqual([
      { type: 'unchanged', id: '1', seq: 1, version: 'a' },
    ]);
    const many = Array.from({ length: 16 }, (_, n) => ({
      ...topic,
      id: `${n}`,
      ref: { ...topic.ref, name: 'n'.repeat(200) },
    }));
    await client.poll(many, 0, signal());
    expect(asked).toEqual([
      { topics: JSON.stringify([topic]), wait: '25000' },
      { topics: many, wait: 0 },
    ]);
  });

  it('skips live messages of types that it does not know, and takes a page for what it is', async () => {
    server.use(
      http.post(
        `${BASE}/v1/stream`,
        () =>
          HttpResponse.text('{"type":"newer","id":1}\n{"type":"heartbeat"}'),
        { once: true },
      ),
      http.post(`${BASE}/v1/stream`, () => HttpResponse.html('<html>')),
    );
    const messages = [];
    for await (const message of client.stream([topic], signal())) {
      messages.push(message);
    }
    expect(messages).toEqual([{ type: 'heartbeat' }]);
    const page = client.stream([topic], signal()).next();
    expect(await failure(page)).toMatchObject({ code: 'unreadable' });
  });

  it('streams messages and sends the topics', async () => {
    server.use(
      http.post(`${BASE}/v1/stream`, async ({ request }) =>
        HttpResponse.text(
          [
            { type: 'heartbeat' },
            { type: 'view', id: '1', version: 'a', view: await request.json() },
            { type: 'bye', because: 'token' },
          ]
            .map(message => JSON.stringify(message))
            .join('\n'),
        ),
      ),
    );
    const topics = [
      {
        type: 'workload' as const,
        id: '1',
        ref: { cluster: 'a', namespace: 'b', name: 'c' },
      },
    ];
    const messages = [];
    for await (const message of client.stream(topics, signal())) {
      messages.push(message);
    }
    expect(messages).toEqual([
      { type: 'heartbeat' },
      { type: 'view', id: '1', version: 'a', view: { topics } },
      { type: 'bye', because: 'token' },
    ]);
  });

  it('keeps the bytes of a log as they are', async () => {
    const log = new Uint8Array([0x1b, 0x5b, 0xff, 0x00, 0x0d, 0x0a]);
    server.use(
      http.get(`${BASE}/v1/builds/a/b/c/logs`, ({ request }) =>
        new URL(request.url).search === '?step=detect'
          ? HttpResponse.arrayBuffer(log.buffer)
          : new HttpResponse(null, { status: 400 }),
      ),
    );
    expect(
      await client.logText(
        { kind: 'build', ref: { cluster: 'a', namespace: 'b', name: 'c' } },
        'detect',
        signal(),
      ),
    ).toEqual(log);
  });

  it('follows a log from a cursor', async () => {
    let asked = '';
    server.use(
      http.get(`${BASE}/v1/builds/a/b/c/logs`, ({ request }) => {
        asked = new URL(request.url).search;
        return HttpResponse.text('{"type":"end","resume":true}\n');
      }),
    );
    const messages = [];
    for await (const message of client.followLogs(
      { kind: 'build', ref: { cluster: 'a', namespace: 'b', name: 'c' } },
      { step: 'build', from: 'build~2026-11-22T21:28:40.1Z~2' },
      signal(),
    )) {
      messages.push(message);
    }
    expect(messages).toEqual([{ type: 'end', resume: true }]);
    expect(new URLSearchParams(asked).get('from')).toBe(
      'build~2026-11-22T21:28:40.1Z~2',
    );
  });

  it('asks for the logs of a run by what it is', async () => {
    let asked = '';
    server.use(
      http.get(`${BASE}/v1/runs/:rest+`, ({ request }) => {
        asked = new URL(request.url).pathname;
        return HttpResponse.text('one');
      }),
    );
    const file = await client.logFile(
      {
        kind: 'run',
        ref: { cluster: 'a', namespace: 'b', name: 'c' },
        resource: 'taskruns.tekton.dev',
      },
      'step-build',
      signal(),
    );
    expect(asked).toMatch(/\/v1\/runs\/a\/b\/taskruns.tekton.dev\/c\/logs$/);
    expect(file.name).toBe('c-step-build.log');
  });
});

describe('SupplyChainClient with a person’s own token', () => {
  const HEADER = 'supply-chain-authorization-google';
  const ref = { cluster: 'gke', namespace: 'shop', name: 'payments' };
  const clusters = [
    {
      name: 'gke',
      access: 'per-user',
      authProvider: 'google',
      state: 'denied',
      kinds: [],
    },
  ];
  const signInFirst = {
    name: 'NotAllowedError',
    message: 'Sign in there',
    code: 'cluster-sign-in',
    cluster: 'gke',
  };

  function connected(quietly: () => Promise<string | undefined>) {
    const own = new SupplyChainClient(
      {
        discoveryApi: {
          getBaseUrl: async id => `http://backstage.test/api/${id}`,
        },
        fetchApi: { fetch: (...args) => fetch(...args) },
      },
      {
        current: () => ({ state: 'loading', stale: false }),
        subscribe: () => () => {},
      },
    );
    own.clusterTokens.connect({ quietly, signIn: async () => 'by-hand' });
    return own;
  }

  it('asks again with it when it was told to sign in before the app had answered', async () => {
    const tokens: (string | null)[] = [];
    server.use(
      http.get(`${BASE}/v1/clusters`, () => HttpResponse.json({ clusters })),
      http.get(`${BASE}/v1/workloads/gke/shop/payments`, ({ request }) => {
        tokens.push(request.headers.get(HEADER));
        return tokens.length === 1
          ? HttpResponse.json({ error: signInFirst }, { status: 403 })
          : HttpResponse.json(view);
      }),
    );
    const own = connected(async () => 'quiet');
    expect(await own.workload(ref, signal())).toEqual(view);
    expect(tokens).toEqual([null, 'quiet']);
  });

  it('says that a sign-in is needed once it is known that there is no token', async () => {
    let asked = 0;
    server.use(
      http.get(`${BASE}/v1/clusters`, () => HttpResponse.json({ clusters })),
      http.get(`${BASE}/v1/workloads/gke/shop/payments`, () => {
        asked += 1;
        return HttpResponse.json({ error: signInFirst }, { status: 403 });
      }),
    );
    const own = connected(async () => undefined);
    const { code, where } = await failure(own.workload(ref, signal()));
    expect([code, where.cluster]).toEqual(['cluster-sign-in', 'gke']);
    expect(asked).toBe(2);
    await failure(own.workload(ref, signal()));
    expect(asked).toBe(3);
  });

  it('has its stream opened again when the tokens are others', async () => {
    const tokens: (string | null)[] = [];
    server.use(
      http.get(`${BASE}/v1/clusters`, () => HttpResponse.json({ clusters })),
      http.post(`${BASE}/v1/stream`, ({ request }) => {
        tokens.push(request.headers.get(HEADER));
        return new HttpResponse(
          new ReadableStream({
            start: controller =>
              controller.enqueue(
                new TextEncoder().encode('{"type":"heartbeat"}\n'),
              ),
          }),
          { headers: { 'Content-Type': 'application/x-ndjson' } },
        );
      }),
    );
    const own = connected(async () => undefined);
    await own.clusterTokens.unsettled();
    const messages: unknown[] = [];
    for await (const message of own.stream([], signal())) {
      messages.push(message);
      void own.clusterTokens.signIn('google');
    }
    expect(messages).toEqual([
      { type: 'heartbeat' },
      { type: 'bye', because: 'token' },
    ]);
    for await (const _ of own.stream([], signal())) break;
    expect(tokens).toEqual([null, 'by-hand']);
  });

  it('goes to nobody but our backend: a redirect ends the request', async () => {
    let leaked: string | null = null;
    server.use(
      http.get(`${BASE}/v1/clusters`, () => HttpResponse.json({ clusters })),
      http.get(`${BASE}/v1/workloads/gke/shop/payments`, () =>
        HttpResponse.redirect('http://elsewhere.test/', 302),
      ),
      http.get('http://elsewhere.test/', ({ request }) => {
        leaked = request.headers.get(HEADER);
        return HttpResponse.json(view);
      }),
    );
    const own = connected(async () => 'quiet');
    await own.clusterTokens.unsettled();
    const { code } = await failure(own.workload(ref, signal()));
    expect([code, leaked]).toEqual(['network', null]);
  });
});
