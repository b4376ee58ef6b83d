/**
 * Makes the pictures of the README and docs from a demo that is running (`npm run demo -- --no-autoplay`): the pages of
 * pictures/pages.mjs, and every stage in every phase that the demo has.
 * What a page has to have happened before, the demo plays (`--control`), after the pictures of all the others.
 *   node scripts/pictures.mjs [--base http://localhost:7007] [--control http://127.0.0.1:7100] [--browser /usr/bin/chromium] [--out docs/pictures] [--sizes 1280] [--only list,logs,stage-image-provider-failed]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findStages } from './pictures/findStages.mjs';
import { indexOf } from './pictures/indexOf.mjs';
import { pages } from './pictures/pages.mjs';
import { playScenario } from './pictures/playScenario.mjs';
import { readRows } from './pictures/readRows.mjs';
import { takePicture } from './pictures/takePicture.mjs';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: 'http://localhost:7007' },
    control: { type: 'string', default: 'http://127.0.0.1:7100' },
    browser: { type: 'string', default: '/usr/bin/chromium' },
    out: { type: 'string', default: 'docs/pictures' },
    sizes: { type: 'string', default: '1280' },
    only: { type: 'string' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const only = values.only?.split(',');
const all = [...pages, ...findStages(await readRows(values.base))];
const pictures = all.filter(({ name }) => !only || only.includes(name));

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
let bytes = 0;
try {
  await takeAll(pictures.filter(({ scenario }) => !scenario));
  const played = pictures.filter(({ scenario }) => scenario);
  for (const { scenario } of played)
    await playScenario(values.control, scenario);
  await takeAll(played);
} finally {
  await browser.close();
}
if (!only && sizes.length === 1)
  writeFileSync(join(values.out, 'README.md'), indexOf(all));
process.stdout.write(`${pictures.length} pages, ${bytes} bytes\n`);

async function takeAll(some) {
  for (const theme of ['light', 'dark']) {
    for (const width of sizes) {
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 900 : 860 },
        colorScheme: theme,
        reducedMotion: 'reduce',
      });
      await context.addInitScript(
        wanted => window.localStorage.setItem('theme', wanted),
        theme,
      );
      for (const { name, path, ...what } of some) {
        const size = sizes.length > 1 ? `-${width}` : '';
        const file = join(values.out, `${name}-${theme}${size}.webp`);
        const url = new URL(path, values.base).href;
        const taken = await takePicture(context, url, file, what);
        bytes += taken;
        process.stdout.write(`${file} ${taken}\n`);
      }
      await context.close();
    }
  }
}
