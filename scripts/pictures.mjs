/**
 * Makes the pictures of the README and docs from a demo that is running (`npm run demo -- --no-autoplay`):
 *   node scripts/pictures.mjs [--base http://localhost:7007] [--browser /usr/bin/chromium] [--out docs/pictures] [--sizes 1400] [--only list,supply-chain,logs]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: 'http://localhost:7007' },
    browser: { type: 'string', default: '/usr/bin/chromium' },
    out: { type: 'string', default: 'docs/pictures' },
    sizes: { type: 'string', default: '1400' },
    only: { type: 'string' },
  },
});

/** Workloads of the demo's own recording. */
const pictures = [
  { name: 'list', path: '/supply-chain' },
  {
    name: 'supply-chain',
    path: '/supply-chain/build/storefront/returns?stage=image-provider',
  },
  {
    name: 'ready',
    path: '/supply-chain/build/storefront/payments?stage=image-provider',
  },
  {
    name: 'logs',
    path: '/supply-chain/build/storefront/returns?stage=image-provider&tab=logs',
  },
  {
    name: 'history',
    path: '/supply-chain/build/storefront/payments?stage=image-provider&tab=history',
  },
  { name: 'unmatched', path: '/supply-chain/build/storefront/orphan' },
  {
    name: 'waiting',
    path: '/supply-chain/build/storefront/limited?stage=config-provider',
  },
  { name: 'entity', path: '/catalog/default/component/payments/supply-chain' },
  { name: 'entity-card', path: '/catalog/default/component/payments' },
];

const browser = await chromium.launch({
  executablePath: values.browser,
  args: [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...[
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  ],
});
mkdirSync(values.out, { recursive: true });
try {
  for (const theme of ['light', 'dark']) {
    for (const width of values.sizes.split(',').map(Number)) {
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 900 : 860 },
        colorScheme: theme,
        reducedMotion: 'reduce',
      });
      await context.addInitScript(
        wanted => window.localStorage.setItem('theme', wanted),
        theme,
      );
      for (const { name, path } of pictures) {
        if (values.only && !values.only.split(',').includes(name)) continue;
        const page = await context.newPage();
        await page.goto(new URL(path, values.base).href);
        // Complete when nothing is being read any more: no skeleton, no "Reading the log".
        await page.waitForFunction(
          () =>
            (document.querySelector('main, article')?.textContent?.length ??
              0) > 200 &&
            !document.querySelector('[aria-busy="true"]') &&
            !/(Reading|Loading) the log/.test(document.body.innerText),
          undefined,
          { timeout: 30_000 },
        );
        const size = values.sizes.includes(',') ? `-${width}` : '';
        const file = join(values.out, `${name}-${theme}${size}.png`);
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: file, animations: 'disabled' });
        process.stdout.write(`${file}\n`);
        await page.close();
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
}
