import { expect, test } from '@playwright/test';
import { demo } from './demo';

test.afterEach(async () => {
  await demo.mend('run');
  await demo.mend('build');
});

test('one cluster is dead: it is named, the other works', async ({ page }) => {
  await page.goto('/supply-chain');
  await expect(
    page.getByRole('link', { name: 'payments', exact: true }),
  ).toBeVisible();
  await demo.trouble('run', { dead: true });
  await demo.endWatches('run');
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: 'Run' })
      .filter({ hasText: 'unreachable' }),
  ).toBeVisible({
    timeout: 60_000,
  });
  await page.reload();
  await page.getByRole('link', { name: 'payments', exact: true }).click();
  await expect(
    page.getByRole('button', { name: /^Image Provider/ }),
  ).toBeVisible();
});

test('builds are forbidden: the stage says which verb, resource and namespace', async ({
  page,
}) => {
  await demo.trouble('build', { forbid: [{ resource: 'builds.kpack.io' }] });
  await demo.endWatches('build');
  await page.goto(
    '/supply-chain/build/storefront/payments?stage=image-provider',
  );
  await expect(
    page
      .getByText(
        'Cluster build does not let Backstage list builds.kpack.io in all namespaces.',
      )
      .first(),
  ).toBeVisible({ timeout: 60_000 });
  await expect(
    page.getByRole('button', { name: /^Source Provider/ }),
  ).toBeVisible();
});
