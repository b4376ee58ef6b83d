import { expect, test, type Page } from '@playwright/test';

/** Opens the Image Provider of payments; the number of its newest build. */
async function openPayments(page: Page): Promise<number> {
  await page.goto(
    '/supply-chain/build/storefront/payments?stage=image-provider',
  );
  const builds = page.getByRole('navigation', { name: 'Builds' });
  await expect(builds).toContainText(/Build \d+ of \d+/);
  return Number(/of (\d+)/.exec((await builds.textContent()) ?? '')?.[1]);
}

test('a rebuild is asked for, appears by itself, and says by whom; then it is compared with build 3', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const before = await openPayments(page);
  await page.getByRole('button', { name: 'Rebuild' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rebuild payments?' });
  await expect(dialog).toContainText('kpack builds the image once more');
  await dialog.getByRole('button', { name: 'Rebuild' }).click();
  await expect(dialog).toBeHidden();

  const builds = page.getByRole('navigation', { name: 'Builds' });
  await expect(builds).toContainText(`Build ${before + 1} of ${before + 1}`, {
    timeout: 60_000,
  });
  await expect(
    page.getByRole('heading', { name: /^Rebuild asked for by .+ at 20/ }),
  ).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('checkbox', { name: 'Compare build 3' }).check();
  await page
    .getByRole('checkbox', { name: `Compare build ${before + 1}` })
    .check();
  await page
    .getByRole('link', { name: `Compare build 3 with build ${before + 1}` })
    .click();
  const differs = page.getByText(
    `What differs between build 3 and build ${before + 1}`,
  );
  await expect(differs).toBeVisible();
  // What the new build was built with is told when it ends: the page goes on by itself.
  await expect(
    page.getByRole('heading', {
      name: /acme\/node-engine.*run image updated.*lifecycle moved/,
    }),
  ).toBeVisible({ timeout: 120_000 });

  // A link to share.
  await page.reload();
  await expect(differs).toBeVisible();
  await expect(page.getByRole('table', { name: 'Side by side' })).toContainText(
    `b${before + 1}.`,
  );
  await page
    .getByRole('combobox', { name: 'Choose a step' })
    .selectOption('build');
  await expect(
    page.getByText(/\d+ lines removed, \d+ lines added|printed the same/),
  ).toBeVisible();
  await expect(page).toHaveURL(
    /compare=payments-build-3\.\.payments-build-\d+/,
  );
});

test('who may not ask for a rebuild is not offered one, and everything else is there', async ({
  page,
}) => {
  // The demo lets everybody ask: what the backend tells somebody else is taken out of its answers on their way. Without a
  // stream the page takes them whole, one by one.
  await page.route(/\/api\/supply-chain\/v1\/stream$/, route => route.abort());
  const told = { offered: 0 };
  await page.route(/\/api\/supply-chain\/v1\/poll\?/, async route => {
    const response = await route.fetch();
    const text = await response.text();
    const without = text.replaceAll(',"mayTrigger":true', '');
    if (without !== text) told.offered += 1;
    await route.fulfill({ response, body: without });
  });
  await openPayments(page);
  await expect(page.getByRole('tab', { name: 'History' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rebuild' })).toHaveCount(0);
  expect(told.offered).toBeGreaterThan(0);
});
