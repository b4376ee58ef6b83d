import { expect, test } from '@playwright/test';

const logsOf = (workload: string, stage: string) =>
  `/supply-chain/build/${workload}?stage=${stage}&tab=logs`;

test('the log of a Dockerfile build is read step by step', async ({ page }) => {
  await page.goto(logsOf('storefront/gateway', 'image-provider'));
  const stage = page.getByRole('region', { name: 'Image Provider' });
  // The step that took longest has most to tell.
  await expect(
    stage.getByText(/Retrieving image manifest/).first(),
  ).toBeVisible();
  await stage.getByText(/^write-image-ref/).click();
  const image = 'registry.acme.localhost/apps/storefront-gateway@sha256:';
  await expect(stage.getByText(image, { exact: false })).toBeVisible();
  await expect(stage.getByRole('alert')).toHaveCount(0);
});

test('the log of a test is read where its stage is', async ({ page }) => {
  await page.goto(logsOf('storefront/checkout', 'source-tester'));
  const stage = page.getByRole('region', { name: 'Source Tester' });
  await expect(stage.getByText('ok 5 - case 5')).toBeVisible();
  await expect(stage.getByText('8 lines, complete')).toBeVisible();
  await expect(stage.getByRole('alert')).toHaveCount(0);
});
