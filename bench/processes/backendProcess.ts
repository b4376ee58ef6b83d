import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { benchEntities } from './benchEntities.ts';
import { benchUsers } from './benchUsers.ts';
import { serveOrders } from './serveOrders.ts';
import { systemConfig } from './systemConfig.ts';
import type { SystemOptions } from './systemConfig.ts';

/** ms. Of the event-loop histogram; what it says is at least this. */
const LOOP_RESOLUTION = 5;
/** ms between two looks at the memory while it is sampled. */
const SAMPLE_EVERY = 20;

const loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION });
let sampler: NodeJS.Timeout | undefined;
let peaks = { heapUsed: 0, offHeap: 0, rss: 0 };

/** A whole Backstage backend as `createBackend()` makes it, in a process of its own. */
serveOrders({
  async start(options: SystemOptions) {
    const backend = createBackend();
    backend.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => new ConfigReader(systemConfig(options)),
      }),
    );
    backend.add(import('@backstage/plugin-auth-backend'));
    backend.add(benchUsers);
    backend.add(import('@backstage/plugin-catalog-backend'));
    backend.add(benchEntities(options.workloads));
    backend.add(import('@backstage/plugin-permission-backend'));
    backend.add(
      import('@backstage/plugin-permission-backend-module-allow-all-policy'),
    );
    backend.add(import('@backstage/plugin-kubernetes-backend'));
    if (options.system === 'ours')
      backend.add(
        import('@supply-chain-view/backstage-plugin-supply-chain-backend'),
      );
    await backend.start();
  },
  memory(order: { gc: boolean }) {
    if (order.gc) {
      if (!globalThis.gc) throw new Error('Started without --expose-gc');
      globalThis.gc();
      globalThis.gc();
    }
    const { heapUsed, external, rss } = process.memoryUsage();
    return { heapUsed, offHeap: external, rss };
  },
  sampleMemory() {
    peaks = { heapUsed: 0, offHeap: 0, rss: 0 };
    clearInterval(sampler);
    sampler = setInterval(() => {
      const { heapUsed, external, rss } = process.memoryUsage();
      peaks = {
        heapUsed: Math.max(peaks.heapUsed, heapUsed),
        offHeap: Math.max(peaks.offHeap, external),
        rss: Math.max(peaks.rss, rss),
      };
    }, SAMPLE_EVERY);
  },
  peaks() {
    clearInterval(sampler);
    sampler = undefined;
    return peaks;
  },
  resetLoop() {
    loop.enable();
    loop.reset();
  },
  loop() {
    const ms = (ns: number) => Math.max(0, ns / 1e6 - LOOP_RESOLUTION);
    return {
      ...{ p50: ms(loop.percentile(50)), p99: ms(loop.percentile(99)) },
      max: ms(loop.max),
    };
  },
  cpu() {
    const { user, system } = process.cpuUsage();
    return { seconds: (user + system) / 1e6 };
  },
  resources() {
    const counts: Record<string, number> = {};
    for (const kind of process.getActiveResourcesInfo())
      counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  },
});
