import { http, HttpResponse } from 'msw';
import { clientFailure } from '../testing/clientFailure';
import { recordedViews } from '../testing/recordedViews';
import { BASE, clientOfTestBackend, testBackend } from '../testing/testBackend';

const server = testBackend();
const signal = () => new AbortController().signal;
const [view] = recordedViews().views;
if (!view) throw new Error('No view was recorded');

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
    const own = clientOfTestBackend();
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
    const { code, where } = await clientFailure(own.workload(ref, signal()));
    expect([code, where.cluster]).toEqual(['cluster-sign-in', 'gke']);
    expect(asked).toBe(2);
    await clientFailure(own.workload(ref, signal()));
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
    const { code } = await clientFailure(own.workload(ref, signal()));
    expect([code, leaked]).toEqual(['network', null]);
  });
});
