import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { IdleWorld } from './parts/IdleWorld.ts';
import { measureDeadCluster } from './parts/measureDeadCluster.ts';
import type { DeadResult } from './parts/measureDeadCluster.ts';
import { measureFilters } from './parts/measureFilters.ts';
import { measureMemory } from './parts/measureMemory.ts';
import { compareWithTruth } from './parts/compareWithTruth.ts';
import { runPhase } from './parts/runPhase.ts';
import { untilFresh } from './parts/untilFresh.ts';
import { World } from './parts/World.ts';
import { plans } from './plans.ts';
import type { WorldPlan } from './plans.ts';
import type { BenchResult, WorldResult } from './report/BenchResult.ts';
import { reportOf } from './report/reportOf.ts';
import { writeReadme } from './report/writeReadme.ts';
import { machine } from './support/machine.ts';
import { sleep } from './support/sleep.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    full: { type: 'boolean' },
    smoke: { type: 'boolean' },
    /** Where the raw data goes; bench/results unless given. */
    out: { type: 'string' },
  },
});
const plan = plans[values.full ? 'full' : values.smoke ? 'smoke' : 'quick'];
const started = performance.now();

/** What is going on, with the minute of it. */
function say(text: string): void {
  const seconds = Math.round((performance.now() - started) / 1_000);
  process.stderr.write(
    `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(
      2,
      '0',
    )} ${text}\n`,
  );
}

async function run(): Promise<void> {
  const at = new Date().toISOString();
  const where = machine();
  say(`The weight of ${plan.memory} workloads`);
  const memory = await measureMemory(plan.memory);
  const idle = await IdleWorld.start(plan.idle.clusters, plan.idle.workloads);
  const worlds: WorldResult[] = [];
  for (const each of plan.worlds) worlds.push(await runWorld(each));
  const left = plan.idleSeconds - idle.seconds;
  if (left > 0) {
    say(`Waiting until the quiet world is ${plan.idleSeconds} s old`);
    await sleep(left * 1_000);
  }
  const result: BenchResult = {
    ...{ at, plan: plan.name, machine: where, memory, worlds },
    idle: await idle.end(),
    tookSeconds: (performance.now() - started) / 1_000,
  };
  const folder = values.out ?? new URL('./results', import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  const name = `bench-${plan.name}-${at.slice(0, 16).replace(':', '')}.json`;
  const file = `${folder}/${name}`;
  writeFileSync(file, `${JSON.stringify(result)}\n`);
  const report = reportOf(result, name);
  if (plan.name !== 'smoke' && values.out === undefined)
    writeReadme('bench', report);
  process.stdout.write(`${report}\n`);
  say(file);
}

async function runWorld(of: WorldPlan): Promise<WorldResult> {
  const { clusters, workloads, cells } = of;
  say(`${clusters} clusters with ${workloads} workloads each`);
  const world = await World.start({
    ...{ clusters, workloads },
    systems: [...new Set(cells.flatMap(cell => cell.order))],
    viewers: Math.max(...cells.map(cell => cell.viewers)),
  });
  try {
    const coldMs = await untilFresh(world.backend('ours'));
    // Code that runs for the first time is slow in all systems alike, and nobody's concern here.
    for (const system of world.backends.keys())
      await runPhase(world, {
        ...{ system, viewers: 2, warmMs: 0, ms: plan.warmMs, isWarmUp: true },
      });
    const phases: WorldResult['phases'][number][] = [];
    for (const { order, viewers, ms } of cells)
      for (const system of order) {
        const phase = await runPhase(world, {
          ...{ system, viewers, ms, warmMs: plan.warmMs },
        });
        say(
          `${system}, ${viewers} viewers: ${phase.pages.length} pages, ${phase.arrivals.length} changes`,
        );
        phases.push(phase);
      }
    const verdict = await compareWithTruth(world);
    say('Filters');
    const filters = await measureFilters(world.backend('ours'), plan.filters);
    const dead: DeadResult[] = [];
    if (of.dies)
      for (const how of ['black hole', 'killed'] as const) {
        say(`One cluster of ${clusters}: ${how}`);
        dead.push(await measureDeadCluster(world, how, plan.deadMs));
      }
    return { clusters, workloads, coldMs, phases, verdict, filters, dead };
  } finally {
    await world.stop();
  }
}

run().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
});
