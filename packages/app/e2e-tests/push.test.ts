import { expect, test } from '@playwright/test';
import { demo } from './demo';

test("a commit goes through the chain before one's eyes", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/supply-chain/build/storefront/orders?stage=image-provider');
  const number = page.getByRole('navigation', { name: 'Builds' });
  await expect(number).toContainText(/Build \d+ of \d+/);
  const before = Number(
    /of (\d+)/.exec((await number.textContent()) ?? '')?.[1],
  );
  // A reload would lose this mark.
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));

  await demo.push('storefront/orders');
  await expect(number).toContainText(`Build ${before + 1} of ${before + 1}`, {
    timeout: 60_000,
  });
  await expect(page.getByText(/New source revision [0-9a-f]{7}/)).toBeVisible();

  await page.getByRole('tab', { name: 'Logs' }).click();
  const log = page.getByRole('log');
  await expect(log).toContainText(/\S/, { timeout: 60_000 });
  await page.getByRole('tab', { name: 'Overview' }).click();
  await expect(
    page.getByText(new RegExp(`^b${before + 1}\\.\\d{8}\\.\\d{6}$`)).first(),
  ).toBeVisible({ timeout: 120_000 });
  await expect(
    page.getByRole('button', { name: /^Image Provider.*Ready/ }),
  ).toBeVisible({ timeout: 60_000 });
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
});
