import {
  buildViewSchema,
  logMessageSchema,
  LONGEST_LOG_LINE,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { hasLog } from '../logs/hasLog';
import { ndjson } from '../testing/ndjson';
import {
  startSupplyChain,
  type SupplyChain,
} from '../testing/startSupplyChain';

jest.setTimeout(60_000);

const BUILDS = { group: 'kpack.io', plural: 'builds' };

/** Bytes after which a container runtime cuts a line into records. */
const RECORD = 16 * 1024;
const LONG = 'é'.repeat(LONGEST_LOG_LINE);

let chain: SupplyChain;
beforeAll(async () => {
  chain = await startSupplyChain();
});
afterAll(() => chain.stop());

async function finishedBuild(): Promise<BuildView> {
  for (const { metadata } of chain.demo.build.state.list(BUILDS).items) {
    const path = `/v1/builds/build/${metadata.namespace}/${metadata.name}`;
    const view = buildViewSchema.parse(await (await chain.fetch(path)).json());
    if (view.pod?.present && view.phase.kind === 'succeeded') return view;
  }
  throw new Error('No finished build has its pod');
}

it('of a line longer than 64 KiB it is said how many bytes are left out, and the download has them', async () => {
  const { ref, pod, steps } = await finishedBuild();
  const step = steps.filter(hasLog).at(-1)?.name ?? '';
  const line = Buffer.from(LONG);
  const { logs } = chain.demo.build.state;
  for (let from = 0; from < line.length; from += RECORD) {
    logs.append(ref.namespace, pod?.name ?? '', step, {
      at: '2030-01-01T00:00:00.000000000Z',
      bytes: line.subarray(from, from + RECORD),
      partial: from + RECORD < line.length,
    });
  }
  const path = `/v1/builds/build/${ref.namespace}/${ref.name}/logs?step=${step}`;
  const told: { text: string; cut: number }[] = [];
  for await (const each of ndjson(await chain.fetch(`${path}&follow`))) {
    const message = logMessageSchema.parse(each);
    if (message.type !== 'lines') continue;
    message.text.split('\n').forEach((text, index) => {
      const cut = message.cut?.find(({ line: at }) => at === index);
      told.push({ text, cut: cut?.bytes ?? 0 });
    });
  }
  const { text = '', cut = 0 } = told.at(-1) ?? {};
  expect(LONG.startsWith(text)).toBe(true);
  expect(Buffer.byteLength(text)).toBe(LONGEST_LOG_LINE);
  expect(cut).toBe(line.length - LONGEST_LOG_LINE);
  expect(told.slice(0, -1).every(each => each.cut === 0)).toBe(true);
  const download = await (await chain.fetch(`${path}&download`)).text();
  expect(download.includes(LONG)).toBe(true);
});
