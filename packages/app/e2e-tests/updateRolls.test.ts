import { expect, test, type Locator, type Page } from '@playwright/test';
import { demo } from './demo';

/** What the cell of an image says. */
const cell = (page: Page, namespace: string, name: string): Locator =>
  page
    .getByRole('list', { name: 'Images of default' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${name}${namespace}`) });

/** Rebases that take three seconds as recorded are to be seen while they run. */
const SLOWER = 0.4;

test.afterEach(async () => {
  await demo.speed(1);
});

test("a patched stack rolls through its images before one's eyes: rebased, rebuilt, and one that fails", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto('/supply-chain');
  await page.getByRole('link', { name: 'Builders' }).click();
  await page
    .getByRole('heading', { name: 'default', level: 2 })
    .getByRole('link')
    .click();
  await expect(
    page.getByRole('heading', { name: 'default', level: 1 }),
  ).toBeVisible();
  await expect(cell(page, 'storefront', 'payments')).toContainText(
    'up to date',
  );
  // A reload would lose this mark.
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));

  await demo.speed(SLOWER);
  await demo.scenario('rollout', 'dev/payments');
  await expect(
    page.getByText(/Stack base at 0\.1\.12: \d+ of \d+ images are on it/),
  ).toBeVisible({ timeout: 60_000 });
  await expect(cell(page, 'storefront', 'payments')).toContainText(
    'rebuilding',
  );
  await expect(cell(page, 'storefront', 'payments')).toContainText('rebased', {
    timeout: 90_000,
  });
  await expect(cell(page, 'backoffice', 'reports')).toContainText('rebased', {
    timeout: 90_000,
  });
  await demo.speed(1);
  await expect(cell(page, 'dev', 'payments')).toContainText('rebuild failed', {
    timeout: 120_000,
  });
  const left = page.getByRole('list', { name: 'What is left' });
  await expect(left.getByRole('listitem').first()).toContainText(
    'dev/payments rebuild failed',
  );
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);

  // The image has no workload, and the page that a workload's has.
  await cell(page, 'dev', 'payments').getByRole('link').click();
  await expect(
    page.getByText('The workload payments is not there'),
  ).toBeVisible();
  await expect(page.getByText(/Run image updated/).first()).toBeVisible();
  await page.getByRole('tab', { name: 'Logs' }).click();
  await expect(page.getByRole('log')).toContainText(/\S/);
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Failed');
});

test('a team with kpack alone finds its images', async ({ page }) => {
  await page.goto('/supply-chain');
  await page.getByRole('link', { name: 'Images without a workload' }).click();
  const table = page.getByRole('table', { name: 'Images' });
  await expect(
    table.getByRole('row').filter({ hasText: 'catalog' }),
  ).toContainText('shop on build');
  await page.getByRole('button', { name: 'All images' }).click();
  await expect(
    table.getByText('storefront on build · of workload orders'),
  ).toBeVisible();
});
