import { http, HttpResponse } from 'msw';
import { clientFailure } from '../testing/clientFailure';
import { recordedViews } from '../testing/recordedViews';
import { BASE, clientOfTestBackend, testBackend } from '../testing/testBackend';
import type { SupplyChainError } from './SupplyChainError';

const server = testBackend();
const client = clientOfTestBackend();
const signal = () => new AbortController().signal;
const [view] = recordedViews().views;
if (!view) throw new Error('No view was recorded');

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
    await clientFailure(
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
    const error = await clientFailure(
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
    const { message } = await clientFailure(
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
});
