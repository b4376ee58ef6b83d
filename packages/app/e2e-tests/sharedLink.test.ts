import { expect, test, type Browser, type Page } from '@playwright/test';
import { demo } from './demo';

const NAMESPACE = 'backoffice';
const IMAGE = 'invoices';
const BUILDS = `/apis/kpack.io/v1alpha2/namespaces/${NAMESPACE}/builds`;
const PAGE = `/supply-chain/build/${NAMESPACE}/${IMAGE}`;

/** Recorded seconds that pass in one. */
const QUICK = 20;

type Build = {
  metadata: { name: string; labels: Record<string, string> };
  status: {
    podName: string;
    conditions: { type: string; status: string }[];
  };
};

async function buildNumber(number: number): Promise<Build> {
  const list = (await demo.kubernetes('build', 'GET', BUILDS)) as {
    items: Build[];
  };
  const found = list.items.find(
    ({ metadata: { labels } }) =>
      labels['image.kpack.io/image'] === IMAGE &&
      labels['image.kpack.io/buildNumber'] === `${number}`,
  );
  if (!found) throw new Error(`${IMAGE} has no build ${number}`);
  return found;
}

const picked = (page: Page) =>
  page.getByRole('log').locator('[aria-current="true"]');

/** On the line of the link: marked, in view, and of this very build. */
async function standsAt(page: Page, text: string, number: number) {
  await expect(picked(page)).toHaveText([text]);
  await expect(picked(page)).toBeInViewport();
  await expect(
    page.getByRole('button', { name: /^Failed build/ }),
  ).toHaveAttribute('aria-current', 'step');
  await expect(page.getByRole('navigation', { name: 'Builds' })).toContainText(
    `Build ${number} of `,
  );
}

/** Somebody who was never here: no cookies, no session, nothing remembered. */
async function opensLink(browser: Browser, link: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const signedIn = page.waitForResponse(/\/api\/auth\/guest\/refresh/);
  await page.goto(link);
  expect((await signedIn).ok()).toBe(true);
  return { page, leave: () => context.close() };
}

test.afterEach(() => demo.speed(1));

test('a link to a line of a failed build, sent around, leads to that line of that build: also when a newer build is there, and when the pod is gone', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(180_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${PAGE}?stage=image-provider`);
  const builds = page.getByRole('navigation', { name: 'Builds' });
  await expect(builds).toContainText(/Build \d+ of \d+/);
  const last = Number(/of (\d+)/.exec((await builds.textContent()) ?? '')?.[1]);

  await demo.speed(QUICK);
  await demo.push(`${NAMESPACE}/${IMAGE}`, 'failed');
  await expect(
    page.getByText(new RegExp(`^Build ${last + 1} failed in step build`)),
  ).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: /Open the log at line \d+/ }).click();
  await expect(picked(page)).toBeInViewport();
  const line = Number(new URL(page.url()).searchParams.get('line')) - 1;
  await page.getByRole('log').focus();
  await page.keyboard.press('k');
  await expect(picked(page)).toHaveAttribute('data-line', `${line}`);
  const text = (await picked(page).textContent()) ?? '';
  expect(text.trim().length).toBeGreaterThan(5);
  await page.keyboard.press('l');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(new RegExp(`line=${line}$`));
  const link = await copied();

  // Before anybody opens it, somebody mends the build.
  await demo.push(`${NAMESPACE}/${IMAGE}`);
  await expect(builds).toContainText(`Build ${last + 1} of ${last + 2}`, {
    timeout: 60_000,
  });

  const guest = await opensLink(browser, link);
  await standsAt(guest.page, text, last + 1);
  await guest.page.reload();
  await standsAt(guest.page, text, last + 1);
  await guest.leave();

  const { status } = await buildNumber(last + 1);
  await demo.kubernetes(
    'build',
    'DELETE',
    `/api/v1/namespaces/${NAMESPACE}/pods/${status.podName}`,
  );
  const late = await opensLink(browser, link);
  await expect(async () => {
    await late.page.reload();
    await expect(late.page.getByText(/This log was archived/)).toBeVisible();
  }).toPass();
  await standsAt(late.page, text, last + 1);
  await late.leave();

  // Nothing is left for the next journey to wait for.
  await expect
    .poll(async () => (await buildNumber(last + 2)).status.conditions)
    .toContainEqual(
      expect.objectContaining({ type: 'Succeeded', status: 'True' }),
    );
});
