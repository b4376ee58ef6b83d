import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { demo } from './demo';

const WORKLOAD = 'backoffice/billing';
const PAGE = `/supply-chain/build/${WORKLOAD}`;
/** Recorded minutes pass in seconds. */
const FAST = 60;
/** From a commit to its delivery, on a machine that does much else. */
const DELIVERED = { timeout: 75_000 };

test.beforeEach(() => demo.speed(FAST));
test.afterEach(() => demo.speed(1));

const delivery = (page: Page) =>
  page.getByRole('region', { name: 'Delivery in detail' });
const opener = (page: Page) =>
  page.getByRole('button', { name: 'Delivery in detail' });
const row = (within: Locator, name: RegExp) =>
  within
    .getByRole('table', { name: 'What was built against what runs' })
    .getByRole('row', { name });

/** Tab until the element has the focus. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await element.evaluate(each => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('No way by keyboard');
}

test('a build is green, its delivery fails on the run cluster, and the next commit mends it', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto(PAGE);
  await expect(opener(page)).toHaveAttribute('aria-expanded', 'false');

  await demo.scenario('undelivered', WORKLOAD);
  // By itself, as soon as it has failed.
  await expect(opener(page)).toHaveAttribute(
    'aria-expanded',
    'true',
    DELIVERED,
  );
  const image = page.getByRole('button', { name: /^Image Provider.*Ready/ });
  await expect(image).toBeVisible();
  await expect(
    page.getByText(
      /^Delivery on run: Deployer: service\/billing: Revision "billing-\d+" failed with message: Unable to fetch image/,
    ),
  ).toContainText('The platform team can fix this.');

  const panel = delivery(page);
  await expect(
    panel.getByRole('heading', { name: 'Delivery billing on run' }),
  ).toBeVisible();
  await expect(
    panel.getByText(
      /^What was built last does not run: its deployment failed\. [0-9a-f]{7} goes on serving\. The platform team can fix this\./,
    ),
  ).toBeVisible();
  await expect(row(panel, /^Configuration/)).toContainText('another one');
  await expect(row(panel, /^Image/)).toContainText(/revision billing-\d{5}/);
  await expect(
    panel
      .getByText(
        /kapp: Error: waiting on reconcile service\/billing \(serving\.knative\.dev\/v1\) namespace: backoffice:/,
      )
      .first(),
  ).toBeVisible();
  const output = panel.getByText(/fail: reconcile service\/billing/);
  await expect(output).toBeVisible();

  for (const theme of ['light', 'dark']) {
    await page.evaluate(
      wanted => window.localStorage.setItem('theme', wanted),
      theme,
    );
    await page.reload();
    await expect(output).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .include('main, article')
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.length])).toEqual([]);
  }

  await tabTo(page, opener(page));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/delivery=closed/);
  await expect(output).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/delivery=open/);
  await expect(output).toBeVisible();
  await tabTo(page, output);

  await page.setViewportSize({ width: 400, height: 900 });
  await expect(row(panel, /^Configuration/)).toBeVisible();
  expect(
    await page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    ),
  ).toBeLessThanOrEqual(0);

  await demo.push(WORKLOAD);
  await expect(
    panel.getByText('What was built last is what runs.'),
  ).toBeVisible(DELIVERED);
  await expect(row(panel, /^Image/)).toContainText('the same');
});
