import { World } from './World.ts';
import { untilFresh } from './untilFresh.ts';

/** Tabs that stay open and show what does not change. */
const VIEWERS = 10;

export interface IdleResult {
  readonly seconds: number;
  readonly clusters: number;
  readonly workloads: number;
  readonly viewers: number;
  /** By verb and kind, all clusters together. */
  readonly requests: Readonly<Record<string, number>>;
  readonly viewerBytes: number;
  readonly streamBreaks: number;
}

/** A quiet world with open tabs, left alone for as long as the rest takes: what staying costs. */
export class IdleWorld {
  readonly #world: World;
  readonly #workloads: number;
  readonly #from: Record<string, number>[];
  readonly #since = performance.now();
  readonly #bytes: number;

  private constructor(
    world: World,
    workloads: number,
    from: Record<string, number>[],
    bytes: number,
  ) {
    this.#world = world;
    this.#workloads = workloads;
    this.#from = from;
    this.#bytes = bytes;
  }

  static async start(clusters: number, workloads: number): Promise<IdleWorld> {
    const world = await World.start({
      ...{ clusters, workloads, systems: ['ours'], viewers: VIEWERS },
    });
    try {
      const { base, tokens } = world.backend('ours');
      await untilFresh(world.backend('ours'));
      await world.viewers.ask('open', {
        ...{ system: 'ours', base, tokens, places: world.seats },
        ...{ pages: false, others: world.seats },
      });
      const bytes = await world.viewers.ask<number>('bytes');
      return new IdleWorld(
        ...([world, workloads, await world.requests('ours'), bytes] as const),
      );
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  /** Watches that a kind's copy holds are renewed within five minutes: shorter does not tell. */
  get seconds(): number {
    return (performance.now() - this.#since) / 1_000;
  }

  async end(): Promise<IdleResult> {
    try {
      const requests: Record<string, number> = {};
      for (const [n, all] of (await this.#world.requests('ours')).entries())
        for (const [what, count] of Object.entries(all)) {
          const more = count - (this.#from[n]?.[what] ?? 0);
          if (more > 0) requests[what] = (requests[what] ?? 0) + more;
        }
      const bytes = await this.#world.viewers.ask<number>('bytes');
      const breaks = await this.#world.viewers.ask<number[]>('breaks');
      return {
        ...{ seconds: this.seconds, requests, viewers: VIEWERS },
        ...{ workloads: this.#workloads, viewerBytes: bytes - this.#bytes },
        clusters: this.#world.clusters.length,
        streamBreaks: breaks.reduce((a, b) => a + b, 0),
      };
    } finally {
      await this.#world.stop();
    }
  }
}
