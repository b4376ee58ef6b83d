import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { apiErrorAnswerSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ndjson } from '../../testing/ndjson';
import { startPlugin, type RunningPlugin } from '../../testing/startPlugin';

jest.setTimeout(60_000);

let plugin: RunningPlugin;
let life: AbortController;

beforeEach(async () => {
  life = new AbortController();
  plugin = await startPlugin({
    clusters: {},
    services: [
      mockServices.rootConfig.factory({
        data: {
          supplyChain: {
            streams: { perPerson: 2, total: 3 },
            logs: { archive: { enabled: false } },
          },
        },
      }),
    ],
  });
});
afterEach(async () => {
  life.abort();
  await plugin.stop();
});

function ask(who: string, signal = life.signal): Promise<Response> {
  return plugin.fetch('/v1/stream', {
    method: 'POST',
    signal,
    headers: {
      Authorization: mockCredentials.user.header(`user:default/${who}`),
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      topics: [{ id: '1', type: 'workloads', query: {} }],
    }),
  });
}

/** Resolves when its first message has come. */
async function open(who: string): Promise<{ close: () => void }> {
  const own = new AbortController();
  const response = await ask(who, AbortSignal.any([life.signal, own.signal]));
  expect(response.status).toBe(200);
  await ndjson(response)[Symbol.asyncIterator]().next();
  return { close: () => own.abort() };
}

async function refusal(who: string) {
  const response = await ask(who);
  const { error } = apiErrorAnswerSchema.parse(await response.json());
  return {
    status: response.status,
    again: Number(response.headers.get('retry-after')),
    ...error,
  };
}

it('refuses more streams than a person may have, in words and with what to do', async () => {
  await open('ann');
  await open('ann');
  const { again, ...said } = await refusal('ann');
  expect(said).toMatchObject({
    status: 429,
    code: 'too-many-requests',
    message: expect.stringMatching(
      /^You have 2 streams open.*close a tab.*supplyChain\.streams\.perPerson$/,
    ),
  });
  expect(again).toBeGreaterThan(0);
});

it('refuses more streams than the backend may have, whoever asks, until one is closed', async () => {
  await open('ann');
  await open('ann');
  const { close } = await open('bob');
  expect(await refusal('eve')).toMatchObject({
    status: 429,
    code: 'too-many-requests',
    message: expect.stringMatching(
      /^This backend has 3 streams open.*supplyChain\.streams\.total$/,
    ),
  });
  close();
  // The backend hears of it when the socket has closed.
  let response = await ask('eve');
  while (response.status === 429) {
    await response.text();
    response = await ask('eve');
  }
  expect(response.status).toBe(200);
});
