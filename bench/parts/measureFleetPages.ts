import type { Browser } from '@playwright/test';
import type { FleetViews } from './measureFleetAnswers.ts';

/** One page, drawn once. */
export interface FleetPageSample {
  readonly name: string;
  readonly openMs: number;
  readonly worstTask: number;
  readonly elements: number;
  readonly updateMs: number;
  readonly worstUpdateTask: number;
  /** ms of each frame while it is scrolled. */
  readonly frames: readonly number[];
}

/** Each page with the views that it is drawn of, by the type of their topic. */
function pagesOf(views: FleetViews) {
  const path = '/supply-chain';
  const { ref } = views.rollout as {
    ref: { cluster: string; kind: string; name: string };
  };
  const builder = `${ref.cluster}/${ref.kind}/${ref.name}`;
  return [
    {
      name: 'builders',
      path: `${path}/builders`,
      views: { builders: views.builders },
    },
    {
      name: 'rollout',
      path: `${path}/builders/${builder}`,
      views: { builder: views.rollout },
    },
    {
      name: 'builders, all images shown',
      path: `${path}/builders?open=${encodeURIComponent(builder)}`,
      views: { builders: views.builders, builder: views.rollout },
    },
    {
      name: 'images',
      path: `${path}/images?workload=any`,
      views: { images: views.images },
    },
  ];
}

/** Draws each page so many times, in turns, on a page of its own. */
export async function measureFleetPages(
  browser: Browser,
  url: string,
  views: FleetViews,
  repeats: number,
): Promise<FleetPageSample[]> {
  const samples: FleetPageSample[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1)
    for (const { name, path, views: of } of pagesOf(views)) {
      const context = await browser.newContext({
        viewport: { width: 1400, height: 900 },
      });
      try {
        const page = await context.newPage();
        await page.goto(`${url}supply-chain`);
        await page.waitForFunction(() => 'fleet' in window);
        const opened = await page.evaluate(
          ([to, answers]) => window.fleet.open(to, answers),
          [path, of] as const,
        );
        const updated = await page.evaluate(() => window.fleet.update());
        const frames = await page.evaluate(() => window.fleet.scroll(120, 900));
        samples.push({
          ...{ name, ...opened, frames, updateMs: updated.updateMs },
          worstUpdateTask: updated.worstTask,
        });
      } finally {
        await context.close();
      }
    }
  return samples;
}
