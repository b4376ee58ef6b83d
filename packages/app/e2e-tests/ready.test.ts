import { expect, test } from '@playwright/test';

/** What the recording says of this build (recordings/run1, build 6 of payments). */
const TAG = 'b6.20261122.212832';
const DIGEST =
  'sha256:6d2676264e86790bb4a0c67fb0c7171c2fd4bf89cd0ad899a0c9276c8695dfff';

test('a developer finds what was built, its tag and why', async ({ page }) => {
  await page.goto('/supply-chain');
  await expect(
    page.getByRole('heading', { name: 'Supply chains', level: 1 }),
  ).toBeVisible();
  await page.getByRole('searchbox').fill('payments');
  await page.getByRole('link', { name: 'payments', exact: true }).click();

  await expect(
    page.getByRole('heading', { name: 'payments', level: 1 }),
  ).toBeVisible();
  const stages = page.getByRole('list', { name: 'Stages of the supply chain' });
  await expect(
    stages.getByRole('button', { name: /^Source Provider/ }),
  ).toBeVisible();
  await stages.getByRole('button', { name: /^Image Provider/ }).click();
  await expect(page).toHaveURL(/[?&]stage=image-provider/);

  await expect(
    page.getByText('The CNB lifecycle moved from 0.20.19 to 0.21.17'),
  ).toBeVisible();
  // The graph says it, too.
  const overview = page.getByRole('tabpanel', { name: 'Overview' });
  await expect(overview.getByText(TAG, { exact: true })).toBeVisible();
  await expect(
    page.getByRole('definition').filter({ hasText: DIGEST }).first(),
  ).toBeVisible();
  await expect(
    page.getByText(
      `docker pull registry.acme.localhost/apps/storefront-payments:${TAG}`,
    ),
  ).toBeVisible();

  await page.getByRole('tab', { name: 'History' }).click();
  await expect(
    page.getByRole('row', { name: /Run image updated/ }),
  ).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('tab', { name: 'Overview' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('the entity of a workload shows the same supply chain', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/payments/supply-chain');
  await expect(
    page.getByRole('button', { name: /^Image Provider/ }).first(),
  ).toBeVisible();
  await expect(page.getByText(TAG).first()).toBeVisible();
});
