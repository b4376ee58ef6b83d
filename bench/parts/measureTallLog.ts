import type { Browser } from '@playwright/test';

export type TallResult = {
  readonly lines: number;
  readonly openMs: number;
  /** Line numbers on screen at the start, in the middle, at the end, and back at the start. */
  readonly edges: readonly (readonly number[])[];
  /** By how many px, and by how many lines, one notch of the wheel went in the middle. */
  readonly wheel: { readonly px: number; readonly lines: number };
};

/** A log higher than any element of a browser may be: to its end and back, and by the wheel in its middle. */
export async function measureTallLog(
  browser: Browser,
  url: string,
  lines: number,
): Promise<TallResult> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
  });
  try {
    await page.goto(url);
    await page.waitForFunction('window.bench');
    await page.evaluate(
      count => window.bench.prepare(count, 'ours', 'INFO short line\n'),
      lines,
    );
    const { openMs } = await page.evaluate(() => window.bench.open('ours'));
    const edges: number[][] = [];
    for (const share of [0, 0.5, 1]) {
      await page.evaluate(to => window.bench.jump(to), share);
      edges.push(await page.evaluate(() => window.bench.edges()));
    }
    await page.evaluate(() => window.bench.jump(0.3));
    const [from = 0] = await page.evaluate(() => window.bench.edges());
    const px = 100;
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, px);
    // The wheel's scroll is told of in a later frame.
    await page.waitForFunction(line => window.bench.edges()[0] !== line, from);
    await page.evaluate(() => window.bench.rest());
    const [to = 0] = await page.evaluate(() => window.bench.edges());
    await page.evaluate(() => window.bench.jump(0));
    edges.push(await page.evaluate(() => window.bench.edges()));
    return { lines, openMs, edges, wheel: { px, lines: to - from } };
  } finally {
    await page.close();
  }
}
