import { http, HttpResponse } from 'msw';
import { clientFailure } from '../testing/clientFailure';
import { BASE, clientOfTestBackend, testBackend } from '../testing/testBackend';

const server = testBackend();
const client = clientOfTestBackend();
const signal = () => new AbortController().signal;

describe('SupplyChainClient', () => {
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
    expect(await clientFailure(page)).toMatchObject({ code: 'unreadable' });
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
});
