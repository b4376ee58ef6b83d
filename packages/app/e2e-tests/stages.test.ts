import { expect, test, type Page } from '@playwright/test';
import { demo } from './demo';

test.afterEach(async () => {
  await demo.mend('build');
});

const stageOf = (workload: string, stage: string, tab = '') =>
  `/supply-chain/build/${workload}?stage=${stage}${tab && `&tab=${tab}`}`;

const panel = (page: Page, title: string) =>
  page.getByRole('region', { name: title });

test('a failed scan leads to what the policy does not allow', async ({
  page,
}) => {
  await page.goto('/supply-chain');
  await page.getByRole('link', { name: 'ledger', exact: true }).click();
  await page.getByRole('button', { name: /^Image Scanner/ }).click();
  const stage = panel(page, 'Image Scanner');
  await expect(
    stage.getByText('Policy violated because of 4 CVEs').first(),
  ).toBeVisible();
  await expect(
    stage.getByRole('list', { name: '19 known vulnerabilities' }),
  ).toBeVisible();
  await expect(
    stage.getByText('Critical, High, UnknownSeverity'),
  ).toBeVisible();
  await expect(stage.getByText(/by the developer/)).toBeVisible();
});

test('a pull request is opened from the config writer', async ({ page }) => {
  await page.goto(stageOf('storefront/checkout', 'config-writer'));
  const stage = panel(page, 'Config Writer');
  const link = stage.getByRole('link', { name: /Pull request !765/ });
  await expect(link).toHaveAttribute(
    'href',
    'https://git.example.com/gitops/storefront-checkout/-/merge_requests/765',
  );
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(stage.getByText('rc-7b6c5582e7fd').first()).toBeVisible();
});

test('a kind that may not be read is named, with what to ask for', async ({
  page,
}) => {
  await demo.trouble('build', {
    forbid: [{ resource: 'podintents.conventions.carto.run' }],
  });
  await page.goto(stageOf('storefront/orders', 'config-provider'));
  await expect(
    panel(page, 'Config Provider').getByText(
      'Cluster build does not let Backstage list podintents.conventions.carto.run in namespace storefront.',
    ),
  ).toBeVisible();
});

test('the object of a stage is had as clean YAML, with what one keeps', async ({
  page,
}) => {
  await page.goto(stageOf('storefront/payments', 'app-config'));
  const stage = panel(page, 'App Config');
  await expect(stage.getByText(/proved by its digest/)).toBeVisible();
  await stage.getByRole('tab', { name: 'YAML' }).click();
  const yaml = stage.getByRole('region', { name: 'ConfigMap payments' });
  await expect(yaml).toContainText('kind: ConfigMap');
  await expect(yaml).not.toContainText('carto.run/resource-name');
  await stage.getByRole('checkbox', { name: 'labels' }).check();
  await expect(yaml).toContainText('carto.run/resource-name: app-config');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    stage.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('payments.yaml');
});

test('an open stage hears of a change of its object by itself', async ({
  page,
}) => {
  await page.goto(stageOf('storefront/payments', 'source-provider'));
  const stage = panel(page, 'Source Provider');
  await expect(stage.getByText('branch main')).toBeVisible();
  await demo.kubernetes(
    'build',
    'PATCH',
    '/apis/source.toolkit.fluxcd.io/v1/namespaces/storefront/gitrepositories/payments',
    { spec: { ref: { branch: 'next' } } },
  );
  await expect(stage.getByText('branch next')).toBeVisible();
  await demo.kubernetes(
    'build',
    'PATCH',
    '/apis/source.toolkit.fluxcd.io/v1/namespaces/storefront/gitrepositories/payments',
    { spec: { ref: { branch: 'main' } } },
  );
  await expect(stage.getByText('branch main')).toBeVisible();
});
