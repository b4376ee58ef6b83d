import type { FinishedBuild, MetricsSnapshot } from 'demo-cluster';
import type { System, SystemOptions } from '../processes/systemConfig.ts';
import type { Truth } from '../processes/truthOf.ts';
import type { Place } from '../processes/Viewer.ts';
import { Child } from '../support/Child.ts';
import { freePort } from '../support/freePort.ts';

/** A workload that a viewer may look at. */
export interface Seat extends Place {
  readonly index: number;
  readonly succeeds: boolean;
}

export interface Backend {
  readonly child: Child;
  readonly base: string;
  readonly tokens: readonly string[];
}

export interface WorldOptions {
  readonly clusters: number;
  /** In each cluster. */
  readonly workloads: number;
  readonly systems: readonly System[];
  readonly viewers: number;
  /** Whether the number of objects stays as it is however many builds end. */
  readonly fullHistories?: boolean;
  /** For Node, of the backends. */
  readonly flags?: readonly string[];
  readonly supplyChain?: SystemOptions['supplyChain'];
}

/** Clusters, the systems that read them and the viewers, each in a process of its own. */
export class World {
  readonly clusters: readonly {
    readonly name: string;
    readonly child: Child;
  }[];
  readonly backends: ReadonlyMap<System, Backend>;
  readonly viewers: Child;
  /** As many as there are viewers, spread over the clusters; no two in the same workload. */
  readonly seats: readonly Seat[];

  private constructor(
    parts: Pick<World, 'clusters' | 'backends' | 'viewers' | 'seats'>,
  ) {
    this.clusters = parts.clusters;
    this.backends = parts.backends;
    this.viewers = parts.viewers;
    this.seats = parts.seats;
  }

  static async start(options: WorldOptions): Promise<World> {
    const { systems } = options;
    const children: Child[] = [];
    const child = (...args: ConstructorParameters<typeof Child>) => {
      const started = new Child(...args);
      children.push(started);
      return started;
    };
    try {
      const clusters = await Promise.all(
        Array.from({ length: options.clusters }, async (_, n) => {
          const name = `cluster-${n + 1}`;
          const process = child('cluster');
          // A door for each system: the same objects, requests counted apart.
          const { urls } = await process.ask<{ urls: string[] }>('start', {
            ...{ workloads: options.workloads, seed: `bench/${name}` },
            doors: systems.length,
            fullHistories: options.fullHistories ?? false,
          });
          return { name, child: process, urls };
        }),
      );
      const seats = await seatsOf(clusters, options.viewers);
      const viewers = child('viewers');
      const backends = new Map<System, Backend>();
      for (const [door, system] of systems.entries()) {
        const process = child('backend', [...(options.flags ?? [])]);
        const port = await freePort();
        const base = `http://127.0.0.1:${port}`;
        await process.ask('start', {
          ...{ system, port, workloads: seats },
          clusters: clusters.map(({ name, urls }) => ({
            ...{ name, url: urls[door] },
          })),
          ...(options.supplyChain && { supplyChain: options.supplyChain }),
        });
        const tokens = await viewers.ask<string[]>('login', {
          ...{ base, count: options.viewers },
        });
        backends.set(system, { child: process, base, tokens });
      }
      return new World({ clusters, backends, viewers, seats });
    } catch (error) {
      await Promise.all(children.map(each => each.stop()));
      throw error;
    }
  }

  backend(system: System): Backend {
    const backend = this.backends.get(system);
    if (!backend) throw new Error(`This world has no ${system}`);
    return backend;
  }

  /** One more build for the workload of this seat. */
  change({ cluster, index }: Seat): Promise<FinishedBuild> {
    return this.cluster(cluster).ask('change', { index });
  }

  cluster(name: string): Child {
    const found = this.clusters.find(each => each.name === name);
    if (!found) throw new Error(`This world has no ${name}`);
    return found.child;
  }

  /** Requests of one system so far: of each cluster by verb and kind. */
  async requests(system: System): Promise<Record<string, number>[]> {
    const door = [...this.backends.keys()].indexOf(system);
    return Promise.all(
      this.clusters.map(async ({ child }) => {
        const all = await child.ask<MetricsSnapshot[]>('metrics');
        return { ...all[door]?.requests };
      }),
    );
  }

  truth(): Promise<(Truth & { cluster: string })[]> {
    return Promise.all(
      this.clusters.map(async ({ name, child }) => {
        const truth = await child.ask<Truth[]>('truth');
        return truth.map(each => ({ ...each, cluster: name }));
      }),
    ).then(all => all.flat());
  }

  async stop(): Promise<void> {
    await Promise.all(
      [
        this.viewers,
        ...[...this.backends.values()].map(({ child }) => child),
        ...this.clusters.map(({ child }) => child),
      ].map(each => each.stop()),
    );
  }
}

async function seatsOf(
  clusters: readonly { name: string; child: Child }[],
  count: number,
): Promise<Seat[]> {
  const names = await Promise.all(
    clusters.map(({ child }) =>
      child.ask<Omit<Seat, 'cluster'>[]>('names', { count }),
    ),
  );
  return Array.from({ length: count }, (_, n) => {
    const at = n % clusters.length;
    const workload = names[at]?.[n];
    return workload && { ...workload, cluster: clusters[at]?.name ?? '' };
  }).filter(seat => seat !== undefined);
}
