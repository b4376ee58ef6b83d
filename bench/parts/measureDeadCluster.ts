import type { System } from '../processes/systemConfig.ts';
import type { PageSample } from '../processes/Viewer.ts';
import { sleep } from '../support/sleep.ts';
import { clusterStates } from './clusterStates.ts';
import { untilFresh } from './untilFresh.ts';
import type { World } from './World.ts';

/** Tabs of ours that go from page to page meanwhile: so many that one slow page of theirs is not the slowest in a hundred. */
const VIEWERS = 60;
/** ms between two questions of the person who asks how the clusters are. */
const ASK_EVERY = 200;
/** ms until nobody names it any more. */
const LONGEST = 60_000;

export interface DeadResult {
  readonly how: 'black hole' | 'killed';
  /** Pages of the other clusters, before and while one is dead. */
  readonly before: readonly PageSample[];
  readonly during: readonly PageSample[];
  /** ms until a person who asks is told; null: never. */
  readonly namedWhenAsked: number | null;
  /** ms until tabs that only stay open showed it, one for each. */
  readonly namedToTabs: readonly (number | null)[];
  /** ms until it was fresh again, for what came back. */
  readonly recovered: number | null;
  /** The same pages of the peer while the cluster is dead. */
  readonly peer:
    | { readonly system: System; readonly pages: readonly PageSample[] }
    | undefined;
}

/** One cluster of several stops answering, or is gone: what do those notice who look at the others? */
export async function measureDeadCluster(
  world: World,
  how: DeadResult['how'],
  ms: number,
): Promise<DeadResult> {
  const victim = world.clusters.at(how === 'killed' ? -1 : -2);
  if (!victim) throw new Error('One cluster has to be left');
  const others = world.seats.filter(({ cluster }) => cluster !== victim.name);
  const backend = world.backend('ours');
  const { base, tokens } = backend;
  const places = others.slice(0, VIEWERS);
  await world.viewers.ask('open', {
    ...{ system: 'ours', base, tokens, places, pages: true, others },
  });
  const measure = () =>
    world.viewers.ask<{ samples: PageSample[] }>('measure', { ms });
  try {
    await sleep(2_000);
    const { samples: before } = await measure();
    await world.viewers.ask('trouble', { cluster: victim.name, forget: true });
    const at = performance.timeOrigin + performance.now();
    victim.child.signal(how === 'killed' ? 'SIGKILL' : 'SIGSTOP');
    const [{ samples: during }, namedWhenAsked] = await Promise.all([
      measure(),
      untilNamed(world, victim.name),
    ]);
    const seen = await tabsThatSaw(world, victim.name);
    const peer = await peerMeanwhile(world, others, ms);
    let recovered: number | null = null;
    if (how === 'black hole') {
      victim.child.signal('SIGCONT');
      recovered = await untilFresh(backend, [victim.name]);
    }
    return {
      ...{ how, before, during, namedWhenAsked, recovered, peer },
      namedToTabs: seen.map(each => each && each - at),
    };
  } finally {
    if (how === 'black hole') victim.child.signal('SIGCONT');
    await world.viewers.ask('close');
  }
}

async function untilNamed(world: World, name: string): Promise<number | null> {
  const start = performance.now();
  while (performance.now() - start < LONGEST) {
    const states = await clusterStates(world.backend('ours'));
    const state = states.find(each => each.name === name)?.state;
    if (state !== 'fresh') return performance.now() - start;
    await sleep(ASK_EVERY);
  }
  return null;
}

/** Waits until all tabs have seen it, or long enough. */
async function tabsThatSaw(
  world: World,
  cluster: string,
): Promise<(number | null)[]> {
  const start = performance.now();
  for (;;) {
    const seen = await world.viewers.ask<(number | null)[]>('trouble', {
      ...{ cluster, forget: false },
    });
    if (!seen.includes(null) || performance.now() - start > LONGEST)
      return seen;
    await sleep(ASK_EVERY);
  }
}

async function peerMeanwhile(
  world: World,
  others: readonly object[],
  ms: number,
): Promise<DeadResult['peer']> {
  const system = [...world.backends.keys()].find(each => each !== 'ours');
  if (!system) return undefined;
  const { base, tokens } = world.backend(system);
  await world.viewers.ask('close');
  await world.viewers.ask('open', {
    ...{ system, base, tokens, pages: true, others },
    places: others.slice(0, VIEWERS),
  });
  const { samples } = await world.viewers.ask<{ samples: PageSample[] }>(
    'measure',
    { ms: Math.max(ms, 12_000) },
  );
  return { system, pages: samples };
}
