import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clusterStates } from './parts/clusterStates.ts';
import { compareWithTruth } from './parts/compareWithTruth.ts';
import { faultsInTurn } from './parts/faultsInTurn.ts';
import { untilFresh } from './parts/untilFresh.ts';
import { World } from './parts/World.ts';
import { soakReport } from './report/soakReport.ts';
import type { SoakResult, SoakSample } from './report/SoakResult.ts';
import { writeReadme } from './report/writeReadme.ts';
import { machine } from './support/machine.ts';
import { sleep } from './support/sleep.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    workloads: { type: 'string', default: '10000' },
    /** Writes at the API server. */
    'per-minute': { type: 'string', default: '10000' },
    viewers: { type: 'string', default: '10' },
    /** Where the raw data goes; bench/results unless given. */
    out: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const perMinute = Number(values['per-minute']);

/** ms between two looks at the process, each after a collection. */
const SAMPLE_EVERY = 10_000;
/** Samples between two that are told: should it fail, this is what is left of it. */
const SAY_EVERY = 12;
/** Faults and churn have ended: all has to be true and still by then. */
const SETTLE_MS = 20_000;

function say(text: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
}

async function run(): Promise<void> {
  const at = new Date().toISOString();
  const where = machine();
  const world = await World.start({
    ...{ clusters: 1, workloads: Number(values.workloads) },
    ...{ systems: ['ours'], viewers: Number(values.viewers) },
    ...{ flags: ['--expose-gc'], fullHistories: true },
  });
  const ending = new AbortController();
  try {
    const backend = world.backend('ours');
    const { base, tokens } = backend;
    await untilFresh(backend);
    await world.viewers.ask('open', {
      ...{ system: 'ours', base, tokens, places: world.seats },
      ...{ pages: true, others: world.seats },
    });
    say(
      `${values.workloads} workloads, ${perMinute} writes a minute, for ${minutes} minutes`,
    );
    const [cluster] = world.clusters;
    if (!cluster) throw new Error('There is no cluster');
    const before = await sampleOf(world);
    await cluster.child.ask('churn', { perMinute });
    const faults = faultsInTurn(cluster.child, say, ending.signal);
    const samples: SoakSample[] = [];
    const start = performance.now();
    while (performance.now() - start < minutes * 60_000) {
      await sleep(SAMPLE_EVERY);
      const seconds = (performance.now() - start) / 1_000;
      const sample = { seconds, ...(await sampleOf(world)) };
      samples.push(sample);
      if (samples.length % SAY_EVERY === 0) say(sizeOf(sample));
    }
    ending.abort();
    const counts = await faults;
    await cluster.child.ask('churn', { perMinute: 0 });
    const written = await cluster.child.ask<number>('written');
    const settledMs = await untilFresh(backend);
    await sleep(SETTLE_MS);
    const [wrongViews, verdict, breaks] = await Promise.all([
      world.viewers.ask<string[]>('verify'),
      compareWithTruth(world),
      world.viewers.ask<number[]>('breaks'),
    ]);
    await world.viewers.ask('close');
    await sleep(SETTLE_MS);
    const result: SoakResult = {
      ...{ at, minutes, perMinute, machine: where, before, samples, written },
      ...{ workloads: Number(values.workloads), faults: counts, settledMs },
      ...{ wrongViews, verdict, viewers: world.seats.length },
      streamBreaks: breaks.reduce((a, b) => a + b, 0),
      after: await sampleOf(world),
      requests: (await world.requests('ours'))[0] ?? {},
    };
    keep(result);
  } finally {
    ending.abort();
    await world.stop();
  }
}

function sizeOf({ memory }: SoakSample): string {
  const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  const { heapUsed, offHeap, rss } = memory;
  return `heap ${mib(heapUsed)}, off the heap ${mib(offHeap)}, RSS ${mib(
    rss,
  )} MiB`;
}

async function sampleOf(world: World): Promise<Omit<SoakSample, 'seconds'>> {
  const { child } = world.backend('ours');
  const states = await clusterStates(world.backend('ours'));
  const objects = states.reduce((sum, state) => sum + state.objects, 0);
  const memory = await child.ask<SoakSample['memory']>('memory', { gc: true });
  const resources = await child.ask<SoakSample['resources']>('resources');
  return { memory, resources, objects };
}

function keep(result: SoakResult): void {
  const folder = values.out ?? new URL('./results', import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  const name = `soak-${minutes}m-${result.at
    .slice(0, 16)
    .replace(':', '')}.json`;
  writeFileSync(`${folder}/${name}`, `${JSON.stringify(result)}\n`);
  const { report, passed } = soakReport(result, name);
  if (values.out === undefined) writeReadme('soak', report);
  process.stdout.write(`${report}\n`);
  say(`${folder}/${name}`);
  if (!passed) process.exitCode = 1;
}

run().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
});
