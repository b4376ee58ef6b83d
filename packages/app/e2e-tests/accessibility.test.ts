import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const pages: readonly { name: string; path: string; shows: string | RegExp }[] =
  [
    { name: 'the list', path: '/supply-chain', shows: 'payments' },
    {
      name: 'a ready chain',
      path: '/supply-chain/build/storefront/payments?stage=image-provider',
      shows: 'What it produced',
    },
    {
      name: 'a red build',
      path: '/supply-chain/build/storefront/returns?stage=image-provider',
      shows: 'npm error',
    },
    {
      name: 'its log',
      path: '/supply-chain/build/storefront/returns?stage=image-provider&tab=logs&step=build',
      shows: 'npm error',
    },
    {
      name: 'its history',
      path: '/supply-chain/build/storefront/returns?stage=image-provider&tab=history',
      shows: 'First build',
    },
    {
      name: 'two builds beside each other, and what a step printed',
      path: '/supply-chain/build/storefront/payments?stage=image-provider&tab=history&compare=payments-build-5..payments-build-6&step=build',
      shows: /\d+ lines removed, \d+ lines added|printed the same/,
    },
    {
      name: 'a signed image',
      path: '/supply-chain/images/build/signed/receipts',
      shows: 'Policies about this image',
    },
    {
      name: 'the builders',
      path: '/supply-chain/builders?open=build%2FClusterBuilder%2Fdefault',
      shows: 'Lifecycles',
    },
    {
      name: 'a builder',
      path: '/supply-chain/builders/build/ClusterBuilder/default',
      shows: 'Buildpacks inside',
    },
    {
      name: 'images without a workload',
      path: '/supply-chain/images',
      shows: 'shop on build',
    },
    {
      name: 'an entity with a kpack Image',
      path: '/catalog/default/component/receipts/supply-chain',
      shows: 'Policies about this image',
    },
    {
      name: 'no chain',
      path: '/supply-chain/build/storefront/orphan',
      shows: 'No supply chain selects this workload',
    },
  ];

/** What axe finds of it that keeps somebody out. */
async function serious(page: Page, within: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(node => `${node.target} ${node.failureSummary}`)
          .join(' | ')}`,
    );
}

for (const theme of ['light', 'dark'] as const) {
  for (const { name, path, shows } of pages) {
    test(`axe finds nothing serious on ${name} in ${theme}`, async ({
      page,
    }) => {
      await page.addInitScript(
        wanted => window.localStorage.setItem('theme', wanted),
        theme,
      );
      await page.goto(path);
      await expect(page.getByText(shows).first()).toBeVisible();
      // The frame around the page is Backstage's, not ours.
      expect(await serious(page, 'main, article')).toEqual([]);
    });
  }

  test(`axe finds nothing serious on the question for a rebuild in ${theme}`, async ({
    page,
  }) => {
    await page.addInitScript(
      wanted => window.localStorage.setItem('theme', wanted),
      theme,
    );
    await page.goto(
      '/supply-chain/build/storefront/payments?stage=image-provider',
    );
    await page.getByRole('button', { name: 'Rebuild' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rebuild payments?' });
    await expect(dialog).toBeVisible();
    // While it fades in, its colours are none of its own.
    await expect(page.locator('[role=dialog]').locator('..')).toHaveCSS(
      'opacity',
      '1',
    );
    expect(await serious(page, '[role=dialog]')).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
  });

  test(`axe finds nothing serious on a log in full screen, with its menu or its keys open, in ${theme}`, async ({
    page,
  }) => {
    await page.addInitScript(
      wanted => window.localStorage.setItem('theme', wanted),
      theme,
    );
    await page.goto(
      '/supply-chain/build/storefront/returns?stage=image-provider&tab=logs&step=build&q=error',
    );
    await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
    await page.getByRole('log').focus();
    await page.keyboard.press('f');
    const full = page.getByRole('button', { name: 'Leave full screen' });
    await expect(full).toBeVisible();
    expect(await serious(page, '[data-log-viewer]')).toEqual([]);

    await page.getByRole('button', { name: 'More' }).click();
    const menu = page.getByRole('menu', { name: 'More' });
    await expect(menu).toBeVisible();
    // While it fades in, its colours are none of its own.
    await expect(menu.locator('..')).toHaveCSS('opacity', '1');
    expect(await serious(page, '[data-log-viewer]')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();

    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeFocused();
    expect(await serious(page, '[data-log-viewer]')).toEqual([]);
  });
}

for (const width of [400, 1024, 1600]) {
  test(`nothing runs off the page at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const { path, shows } of pages) {
      await page.goto(path);
      await expect(page.getByText(shows).first()).toBeVisible();
      const over = await page.evaluate(
        () =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth,
      );
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
}
