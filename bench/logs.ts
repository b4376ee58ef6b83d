import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { buildPage } from './parts/buildPage.ts';
import { measureLogViewer, type LogSample } from './parts/measureLogViewer.ts';
import { measureTallLog } from './parts/measureTallLog.ts';
import { logReport } from './report/logReport.ts';
import { writeReadme } from './report/writeReadme.ts';
import { machine } from './support/machine.ts';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '10000,100000,1000000' },
    repeats: { type: 'string', default: '5' },
    tall: { type: 'string', default: '10000000' },
    browser: { type: 'string', default: '/usr/bin/chromium' },
    /** Where the raw data goes; bench/results and the README unless given. */
    out: { type: 'string' },
  },
});

const say = (text: string) => process.stderr.write(`${text}\n`);

async function run(): Promise<void> {
  const at = new Date().toISOString();
  const where = machine();
  const page = await buildPage();
  const browser = await chromium.launch({
    executablePath: values.browser,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update'],
      ...['--disable-sync', '--enable-precise-memory-info'],
      '--js-flags=--expose-gc',
    ],
  });
  try {
    const samples: LogSample[] = [];
    for (const lines of values.lines.split(',').map(Number))
      for (let repeat = 0; repeat < Number(values.repeats); repeat += 1) {
        // In turns, and in the other order each time: a machine that slows down slows both.
        const order = ['ours', 'peer'] as const;
        for (const system of repeat % 2 === 0 ? order : [...order].reverse()) {
          const sample = await measureLogViewer(
            browser,
            page.url,
            system,
            lines,
          );
          say(
            `${system}, ${lines} lines: ${
              sample.gaveUp ?? `${Math.round(sample.openMs ?? NaN)} ms`
            }`,
          );
          samples.push(sample);
        }
      }
    const tall = await measureTallLog(browser, page.url, Number(values.tall));
    const result = {
      at,
      machine: where,
      browser: browser.version(),
      samples,
      tall,
    };
    const folder = values.out ?? new URL('./results', import.meta.url).pathname;
    mkdirSync(folder, { recursive: true });
    const name = `logs-${at.slice(0, 16).replace(':', '')}.json`;
    writeFileSync(`${folder}/${name}`, `${JSON.stringify(result)}\n`);
    const report = logReport(result, name);
    if (values.out === undefined) writeReadme('logs', report);
    process.stdout.write(`${report}\n`);
  } finally {
    await browser.close();
    page.stop();
  }
}

run().catch((error: unknown) => {
  say(error instanceof Error ? `${error.stack}` : String(error));
  process.exitCode = 1;
});
