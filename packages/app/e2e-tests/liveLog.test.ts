// The journeys run in Node; only what they steer runs in a browser.
// eslint-disable-next-line no-restricted-imports
import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { demo, type DemoPod } from './demo';
import { DroppingProxy } from './DroppingProxy';
import { asShown, copiedLog } from './shownText';

const PAGE =
  '/supply-chain/build/backoffice/invoices?stage=image-provider&tab=logs&step=build';
const DROPS = 10;
/** Recorded seconds that pass in one: to the step and to its end quickly, slowly while the network breaks. */
const QUICK = 5;
const SLOW = 0.7;

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** The pod of the newest build: its number is the last part of its label. */
async function newestPod(): Promise<DemoPod> {
  const cluster = 'build';
  const namespace = 'backoffice';
  const list = (await demo.kubernetes(
    cluster,
    'GET',
    `/apis/kpack.io/v1alpha2/namespaces/${namespace}/builds`,
  )) as {
    items: {
      metadata: { labels: Record<string, string> };
      status: { podName?: string };
    }[];
  };
  const [newest] = list.items
    .filter(
      ({ metadata }) => metadata.labels['image.kpack.io/image'] === 'invoices',
    )
    .sort((one, other) => numberOf(other) - numberOf(one));
  return { cluster, namespace, name: newest?.status.podName ?? '' };
}

function numberOf({
  metadata,
}: {
  metadata: { labels: Record<string, string> };
}) {
  return Number(metadata.labels['image.kpack.io/buildNumber']);
}

test.afterEach(() => demo.speed(1));

test('a live log is followed to its end over a network that breaks ten times: nothing is lost, nothing twice; a second viewer costs the cluster nothing', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const proxy = new DroppingProxy(url => url.includes('/logs?'));
  const context = await browser.newContext({
    ...(baseURL !== undefined && { baseURL }),
    proxy: { server: await proxy.start(), bypass: '<-loopback>' },
    viewport: { width: 1200, height: 560 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  try {
    await page.goto(PAGE);
    const navigation = page.getByRole('navigation', { name: 'Builds' });
    await expect(navigation).toContainText(/Build \d+ of \d+/);
    const last = Number(
      /of (\d+)/.exec((await navigation.textContent()) ?? '')?.[1],
    );
    await demo.speed(QUICK);
    await demo.push('backoffice/invoices');
    await expect(navigation).toContainText(`Build ${last + 1} of ${last + 1}`, {
      timeout: 60_000,
    });
    await expect(page.getByText(/^\d+ lines?, live$/)).toBeVisible({
      timeout: 60_000,
    });
    await demo.speed(SLOW);

    const before = await demo.metrics('build');
    // Somebody else, over a network that holds.
    const others = await browser.newContext(
      baseURL === undefined ? {} : { baseURL },
    );
    const other = await others.newPage();
    await other.goto(PAGE);
    await expect(other.getByText(/^\d+ lines?, live$/)).toBeVisible();
    const both = await demo.metrics('build');
    expect(both.openLogFollows).toBe(before.openLogFollows);
    expect(both.requests['get pods/log']).toBe(before.requests['get pods/log']);

    for (let n = 0; n < DROPS; n += 1) {
      const asked = proxy.count;
      proxy.drop();
      await proxy.untilAnswered(asked + 1);
      await expect(page.getByText(/^\d+ lines?, live$/)).toBeVisible();
    }
    expect((await demo.metrics('build')).openLogFollows).toBe(
      before.openLogFollows,
    );
    await others.close();

    // Up, while more comes, and back to the end.
    await demo.speed(3);
    const log = page.getByRole('log');
    await expect
      .poll(() => log.evaluate(area => area.scrollHeight - area.clientHeight))
      .toBeGreaterThan(200);
    await log.hover();
    await page.mouse.wheel(0, -200);
    const more = page.getByRole('button', { name: /new lines?/ });
    await expect(more).toBeVisible({ timeout: 60_000 });
    const top = await log.evaluate(area => area.scrollTop);
    await more.click();
    await expect(more).toBeHidden();
    expect(await log.evaluate(area => area.scrollTop)).toBeGreaterThan(top);

    await demo.speed(4 * QUICK);
    await expect(page.getByText(/^\d+ lines, complete$/)).toBeVisible({
      timeout: 90_000,
    });
    const text = await demo.log(await newestPod(), 'build');
    expect(text.length).toBeGreaterThan(1_000);
    const shown = await copiedLog(page);
    expect(shown).toBe(asShown(text));
    expect(hash(shown)).toBe(hash(asShown(text)));

    const saved = page.waitForEvent('download');
    await page.keyboard.press('d');
    const stream = await (await saved).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(hash(Buffer.concat(chunks).toString('latin1'))).toBe(
      hash(Buffer.from(text).toString('latin1')),
    );
  } finally {
    await context.close();
    proxy.stop();
  }
});
