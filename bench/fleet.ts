import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { buildPage } from './parts/buildPage.ts';
import { measureFleetAnswers } from './parts/measureFleetAnswers.ts';
import { measureFleetPages } from './parts/measureFleetPages.ts';
import { untilFresh } from './parts/untilFresh.ts';
import { World } from './parts/World.ts';
import { fleetReport } from './report/fleetReport.ts';
import { writeReadme } from './report/writeReadme.ts';
import { machine } from './support/machine.ts';

const { values } = parseArgs({
  options: {
    /** kpack Images, over all clusters. */
    images: { type: 'string', default: '10000' },
    clusters: { type: 'string', default: '2' },
    repeats: { type: 'string', default: '20' },
    browser: { type: 'string', default: '/usr/bin/chromium' },
    /** Where the raw data goes; bench/results and the README unless given. */
    out: { type: 'string' },
  },
});
const [images, clusters, repeats] = [
  Number(values.images),
  Number(values.clusters),
  Number(values.repeats),
];

const say = (text: string) => process.stderr.write(`${text}\n`);

async function run(): Promise<void> {
  const at = new Date().toISOString();
  const where = machine();
  const world = await World.start({
    ...{ clusters, workloads: Math.ceil(images / clusters) },
    ...{ systems: ['ours'], viewers: 2 * repeats },
  });
  let answers: Awaited<ReturnType<typeof measureFleetAnswers>>;
  try {
    const freshMs = await untilFresh(world.backend('ours'));
    say(`fresh after ${Math.round(freshMs)} ms`);
    answers = await measureFleetAnswers(world, repeats);
  } finally {
    await world.stop();
  }
  // The clusters and the backend are gone: the browser has the machine for itself.
  say('pages');
  const page = await buildPage('fleetPage.tsx');
  try {
    const browser = await chromium.launch({
      executablePath: values.browser,
      args: [
        ...[
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
        ],
        ...['--disable-background-networking', '--disable-component-update'],
        '--disable-sync',
      ],
    });
    try {
      const pages = await measureFleetPages(
        ...([browser, page.url, answers.views, Math.min(3, repeats)] as const),
      );
      const result = {
        ...{ at, machine: where, browser: browser.version(), images, clusters },
        ...{ questions: answers.questions, pages },
      };
      const folder =
        values.out ?? new URL('./results', import.meta.url).pathname;
      mkdirSync(folder, { recursive: true });
      const name = `fleet-${at.slice(0, 16).replace(':', '')}.json`;
      writeFileSync(`${folder}/${name}`, `${JSON.stringify(result)}\n`);
      const report = fleetReport(result, name);
      if (values.out === undefined) writeReadme('fleet', report);
      process.stdout.write(`${report}\n`);
    } finally {
      await browser.close();
    }
  } finally {
    page.stop();
  }
}

run().catch((error: unknown) => {
  say(error instanceof Error ? `${error.stack}` : String(error));
  process.exitCode = 1;
});
