import type { Browser, Page } from '@playwright/test';

export type LogSystem = 'ours' | 'peer';

/** One viewer, one log, measured once. ms and bytes; undefined where the viewer did not finish. */
export type LogSample = {
  readonly system: LogSystem;
  readonly lines: number;
  readonly bytes: number;
  readonly openMs?: number;
  readonly firstMs?: number;
  readonly openTask?: number;
  /** Heap with array buffers, with the log open, less what the empty page has. */
  readonly heap?: number;
  readonly nodes?: number;
  readonly frames?: readonly number[];
  readonly searches?: readonly {
    query: string;
    firstMs: number;
    wholeMs: number;
    found: string;
    worstTask: number;
  }[];
  readonly append?: { tookMs: number; worstTask: number; sent: number };
  /** What it was doing when its time was over, or what broke. */
  readonly gaveUp?: string;
};

/** ms for each step of a viewer. Nobody waits longer. */
const CAP = 60_000;

/** Found once in 100,000 lines; found in one of 24,000; not found: all of the log has to be read. */
const QUERIES = ['with a needle', 'package-3999', 'nowhere at all'];

const FRAMES = 120;
const WHEEL_PX = 900;
const APPENDED_A_SECOND = 50_000;
const APPEND_SECONDS = 5;

/** Opens one log in one viewer on a page of its own and does what a reader does. */
export async function measureLogViewer(
  browser: Browser,
  url: string,
  system: LogSystem,
  lines: number,
): Promise<LogSample> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
  });
  let sample: LogSample = { system, lines, bytes: 0 };
  let doing = 'loading';
  const step = async <T>(what: string, work: Promise<T>): Promise<T> => {
    doing = what;
    return within(work, CAP);
  };
  try {
    await page.goto(url);
    await page.waitForFunction('window.bench');
    const before = await page.evaluate(() => window.bench.memory());
    const bytes = await page.evaluate(
      ([count, which]) => window.bench.prepare(count, which),
      [lines, system] as const,
    );
    sample = { ...sample, bytes };
    const open = await step(
      'opening',
      page.evaluate(which => window.bench.open(which), system),
    );
    sample = {
      ...sample,
      openMs: open.openMs,
      firstMs: open.firstMs,
      openTask: open.worstTask,
      nodes: await page.evaluate(() => window.bench.nodes()),
    };
    const after = await step(
      'measuring',
      page.evaluate(() => window.bench.memory()),
    );
    sample = { ...sample, heap: after - before };
    sample = { ...sample, ...(await scroll(page, step)) };
    sample = { ...sample, ...(await search(page, step)) };
    const append = await step(
      'appending',
      page.evaluate(
        ([which, rate, seconds]) => window.bench.append(which, rate, seconds),
        [system, APPENDED_A_SECOND, APPEND_SECONDS] as const,
      ),
    );
    return { ...sample, append };
  } catch (error) {
    const says = error instanceof Error ? error.message.split('\n')[0] : '';
    return { ...sample, gaveUp: `${doing}: ${says}` };
  } finally {
    await within(page.close(), CAP).catch(() => undefined);
  }
}

type Step = <T>(what: string, work: Promise<T>) => Promise<T>;

async function scroll(page: Page, step: Step) {
  const frames = await step(
    'scrolling',
    page.evaluate(
      async ([count, px]) => {
        await window.bench.jump(0);
        return window.bench.scroll(count, px);
      },
      [FRAMES, WHEEL_PX] as const,
    ),
  );
  const nodes = await page.evaluate(() => window.bench.nodes());
  return { frames, nodes };
}

async function search(page: Page, step: Step) {
  const searches = [];
  // The first one starts the worker: it is kept, as the reader's first one is.
  for (const query of QUERIES) {
    const found = await step(
      `searching ${query}`,
      page.evaluate(text => window.bench.search(text), query),
    );
    searches.push({ query, ...found });
  }
  return { searches };
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done in ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
