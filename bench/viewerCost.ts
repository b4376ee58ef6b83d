import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { apiRequests, type RequestCounts } from './apiRequests.ts';

/** Left out of the rate: opening a page costs something once. */
const SETTLE_MS = 10_000;

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: 'http://localhost:7007' },
    control: { type: 'string', default: 'http://127.0.0.1:7100' },
    seconds: { type: 'string', default: '60' },
    browser: { type: 'string', default: '/usr/bin/chromium' },
    out: { type: 'string' },
  },
});
const measureMs = Number(values.seconds) * 1_000;

/** The same workload for both; the entity is the one that the demo's catalog has for it. */
const pages = [
  { name: 'nobody', path: undefined, tabs: 0 },
  {
    name: 'supply-chain page',
    path: '/supply-chain/build/storefront/payments',
    tabs: 1,
  },
  {
    name: 'supply-chain page',
    path: '/supply-chain/build/storefront/payments',
    tabs: 3,
  },
  {
    name: 'kubernetes tab',
    path: '/catalog/default/component/payments/kubernetes',
    tabs: 1,
  },
  {
    name: 'kubernetes tab',
    path: '/catalog/default/component/payments/kubernetes',
    tabs: 3,
  },
] as const;

type Sample = {
  page: string;
  tabs: number;
  opening: RequestCounts;
  staying: RequestCounts;
  perMinute: number;
  perTabAndMinute: number | undefined;
};

async function sample(
  browser: Browser,
  page: (typeof pages)[number],
  nobodyPerMinute: number,
): Promise<Sample> {
  const context = await browser.newContext();
  const before = await apiRequests(values.control);
  for (let tab = 0; tab < page.tabs; tab++) {
    const opened = await context.newPage();
    await opened.goto(new URL(page.path ?? '/', values.base).href);
  }
  await sleep(SETTLE_MS);
  const settled = await apiRequests(values.control);
  await sleep(measureMs);
  const after = await apiRequests(values.control);
  await context.close();
  const staying = difference(settled, after);
  const perMinute = (total(staying) * 60_000) / measureMs;
  return {
    page: page.name,
    tabs: page.tabs,
    opening: difference(before, settled),
    staying,
    perMinute,
    perTabAndMinute:
      page.tabs === 0 ? undefined : (perMinute - nobodyPerMinute) / page.tabs,
  };
}

function difference(from: RequestCounts, to: RequestCounts): RequestCounts {
  return Object.fromEntries(
    Object.entries(to)
      .map(([what, count]) => [what, count - (from[what] ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  );
}

const total = (counts: RequestCounts) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** A measurement lasts; there is no event to wait for. */
const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

async function run() {
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
  try {
    // Our copies start with the first reader: wake them, so that "nobody" is measured with the watches open.
    const first = await browser.newPage();
    await first.goto(new URL('/supply-chain', values.base).href);
    await first.getByRole('link', { name: 'payments' }).first().waitFor();
    await first.close();

    const samples: Sample[] = [];
    for (const page of pages) {
      const nobody = samples.find(each => each.tabs === 0)?.perMinute ?? 0;
      const one = await sample(browser, page, nobody);
      samples.push(one);
      process.stdout.write(
        `${one.page}, ${one.tabs} tabs: ${one.perMinute.toFixed(
          1,
        )} requests/min` +
          `${
            one.perTabAndMinute === undefined
              ? ''
              : `, ${one.perTabAndMinute.toFixed(1)} per tab`
          }\n`,
      );
    }
    const at = new Date().toISOString();
    const out =
      values.out ?? `bench/results/viewerCost-${at.slice(0, 10)}.json`;
    const machine = {
      cpus: cpus().length,
      model: cpus()[0]?.model,
      memory: totalmem(),
      node: process.version,
    };
    writeFileSync(
      out,
      `${JSON.stringify(
        {
          at,
          seconds: measureMs / 1_000,
          machine,
          browser: browser.version(),
          samples,
        },
        null,
        2,
      )}\n`,
    );
    process.stdout.write(`${out}\n`);
  } finally {
    await browser.close();
  }
}

void run();
