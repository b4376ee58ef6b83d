import { compareWithTruth } from './compareWithTruth.ts';
import type { Verdict } from './compareWithTruth.ts';
import type { Child } from '../support/Child.ts';
import { sleep } from '../support/sleep.ts';
import { untilFresh } from './untilFresh.ts';
import { World } from './World.ts';

interface Memory {
  readonly heapUsed: number;
  readonly offHeap: number;
  readonly rss: number;
}

/** One backend that was started, read everything, and came to rest. */
interface Rest {
  readonly coldMs: number;
  /** Before the first reader. */
  readonly before: Memory;
  readonly peaks: Memory;
  /** After the whole list was read, and a forced collection. */
  readonly after: Memory;
  /** While everything was read for the first time. */
  readonly loop: {
    readonly p50: number;
    readonly p99: number;
    readonly max: number;
  };
  readonly verdict: Verdict;
}

export interface MemoryResult {
  readonly workloads: number;
  /** Twice each: what a process takes by itself varies by more than what is measured. */
  readonly empty: readonly [Rest, Rest];
  readonly full: readonly [Rest, Rest];
}

/** ms for what is done in the background to end. */
const REST = 2_000;

/**
 * What the workloads weigh: the same backend beside an empty cluster and beside a full one, both after the same
 * requests; so that neither code that was loaded nor what Backstage does by itself counts.
 */
export async function measureMemory(workloads: number): Promise<MemoryResult> {
  const first = await readOnce(0);
  const full: [Rest, Rest] = [
    await readOnce(workloads),
    await readOnce(workloads),
  ];
  return { workloads, empty: [first, await readOnce(0)], full };
}

async function readOnce(workloads: number): Promise<Rest> {
  const world = await World.start({
    ...{ clusters: 1, workloads, systems: ['ours'], viewers: 1 },
    flags: ['--expose-gc'],
  });
  try {
    const backend = world.backend('ours');
    const { child } = backend;
    // Backstage itself goes on starting for a while, and the kubernetes plugin loads its client with the first request.
    await fetch(`${backend.base}/api/kubernetes/proxy/version`, {
      headers: {
        authorization: `Bearer ${backend.tokens[0] ?? ''}`,
        'backstage-kubernetes-cluster': world.clusters[0]?.name ?? '',
      },
    });
    await sleep(REST);
    const before = await child.ask<Memory>('memory', { gc: true });
    await child.ask('sampleMemory');
    await child.ask('resetLoop');
    const coldMs = await untilFresh(backend);
    const loop = await child.ask<Rest['loop']>('loop');
    const peaks = await child.ask<Memory>('peaks');
    // Derives every row, and proves that all are there.
    const verdict = await compareWithTruth(world);
    await sleep(REST);
    const after = await smallest(child);
    return { coldMs, before, peaks, after, loop, verdict };
  } finally {
    await world.stop();
  }
}

/** The smallest of some: freed pages go back to the system bit by bit. */
async function smallest(child: Child): Promise<Memory> {
  let least = await child.ask<Memory>('memory', { gc: true });
  for (let n = 0; n < 4; n += 1) {
    await sleep(500);
    const next = await child.ask<Memory>('memory', { gc: true });
    least = {
      heapUsed: Math.min(least.heapUsed, next.heapUsed),
      offHeap: Math.min(least.offHeap, next.offHeap),
      rss: Math.min(least.rss, next.rss),
    };
  }
  return least;
}
