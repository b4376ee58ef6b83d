import type { FinishedBuild } from 'demo-cluster';
import type { System } from '../processes/systemConfig.ts';
import type { PageSample } from '../processes/Viewer.ts';
import { sleep } from '../support/sleep.ts';
import type { World } from './World.ts';

/** ms between two changes while viewers watch. */
const CHANGE_EVERY = 300;
/** ms a change may take until it counts as lost: more than one interval of the peer. */
const GRACE = { ours: 5_000, peer: 11_000 } as const;

/** One system with some viewers for a while: everything as it was measured. */
export interface Phase {
  readonly system: System;
  readonly viewers: number;
  readonly seconds: number;
  /** Until every tab showed something; nothing for the peer, whose tabs open empty. */
  readonly openMs: number;
  readonly pages: readonly PageSample[];
  /** ms from the last write of a change to its viewer; null: it did not come in time. */
  readonly arrivals: readonly (number | null)[];
  /** At the API servers, by verb and kind, for each cluster. */
  readonly requests: readonly Readonly<Record<string, number>>[];
  /** Bodies that the viewers received. */
  readonly viewerBytes: number;
  readonly cpuSeconds: number;
  readonly loop: {
    readonly p50: number;
    readonly p99: number;
    readonly max: number;
  };
  readonly rss: number;
  /** What viewers showed at the end that is not so. */
  readonly wrong: readonly string[];
}

export async function runPhase(
  world: World,
  of: {
    readonly system: System;
    readonly viewers: number;
    readonly warmMs: number;
    readonly ms: number;
    /** Nobody looks at its numbers: no change that is under way is waited for. */
    readonly isWarmUp?: boolean;
  },
): Promise<Phase> {
  const { system } = of;
  const { child, base, tokens } = world.backend(system);
  const places = world.seats.slice(0, of.viewers);
  const opened = await world.viewers.ask<{ ms: number }>('open', {
    ...{ system, base, tokens, places, pages: true, others: world.seats },
  });
  try {
    await sleep(of.warmMs);
    const requests = await world.requests(system);
    const cpu = await child.ask<{ seconds: number }>('cpu');
    await child.ask('resetLoop');
    const ending = new AbortController();
    const changing = changeAll(world, of.viewers, ending.signal);
    const measured = await world.viewers.ask<{
      samples: PageSample[];
      bytes: number;
      ms: number;
    }>('measure', { ms: of.ms });
    ending.abort();
    const loop = await child.ask<Phase['loop']>('loop');
    const cpuAfter = await child.ask<{ seconds: number }>('cpu');
    const { rss } = await child.ask<{ rss: number }>('memory', { gc: false });
    const after = await world.requests(system);
    const arrivals = await world.viewers.ask<(number | null)[]>('arrivals', {
      changes: await changing,
      graceMs: graceOf(of),
    });
    return {
      ...{
        system,
        viewers: of.viewers,
        openMs: opened.ms,
        arrivals,
        loop,
        rss,
      },
      seconds: measured.ms / 1_000,
      pages: measured.samples,
      requests: after.map((all, n) => difference(requests[n] ?? {}, all)),
      viewerBytes: measured.bytes,
      cpuSeconds: cpuAfter.seconds - cpu.seconds,
      wrong:
        system === 'ours' ? await world.viewers.ask<string[]>('verify') : [],
    };
  } finally {
    await world.viewers.ask('close');
  }
}

function graceOf(of: { system: System; isWarmUp?: boolean }): number {
  if (of.isWarmUp) return 0;
  return of.system === 'ours' ? GRACE.ours : GRACE.peer;
}

/** Builds that end, one after the other, in workloads that somebody looks at. */
async function changeAll(
  world: World,
  viewers: number,
  signal: AbortSignal,
): Promise<{ viewer: number; tag: string; at: number }[]> {
  const changes: { viewer: number; tag: string; at: number }[] = [];
  const seats = world.seats
    .slice(0, viewers)
    .map((seat, viewer) => ({ seat, viewer }))
    .filter(({ seat }) => seat.succeeds);
  for (let n = 0; seats.length > 0 && !signal.aborted; n += 1) {
    const { seat, viewer } = seats[n % seats.length] ?? seats[0] ?? none();
    const { tag, at }: FinishedBuild = await world.change(seat);
    if (tag !== undefined) changes.push({ viewer, tag, at });
    // Two builds of one workload in one second would have tags that only their numbers tell apart.
    await sleep(Math.max(CHANGE_EVERY, 1_000 / seats.length));
  }
  return changes;
}

function difference(
  from: Readonly<Record<string, number>>,
  to: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(to)
      .map(([what, count]) => [what, count - (from[what] ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  );
}

function none(): never {
  throw new Error('Nobody looks at a workload whose builds succeed');
}
