import { startGeneratedCluster } from 'demo-cluster';
import type { RunningGeneratedCluster } from 'demo-cluster';
import { serveOrders } from './serveOrders.ts';
import { truthOf } from './truthOf.ts';

let cluster: RunningGeneratedCluster | undefined;

/** One cluster in a process of its own: it can be killed and stopped like a real one. */
serveOrders({
  /** A server for each port, so that each system's requests are counted apart. */
  async start(order: {
    workloads: number;
    seed: string;
    doors: number;
    /** Every workload has all the builds that it will ever have at a time. */
    fullHistories: boolean;
  }) {
    cluster = await startGeneratedCluster({
      ...{ workloads: order.workloads, seed: order.seed },
      ports: Array.from({ length: order.doors }, () => 0),
      logger: { error: message => process.stderr.write(`${message}\n`) },
    });
    if (order.fullHistories) cluster.content.fillHistories();
    return { urls: cluster.servers.map(({ url }) => url) };
  },
  names(order: { count: number }) {
    const { content } = running();
    const most = Math.min(order.count, content.workloads);
    return Array.from({ length: most }, (_, index) => ({
      ...{ index, ...content.nameOf(index) },
      succeeds: content.succeeds(index),
    }));
  },
  change: (order: { index: number }) =>
    running().content.finishNow(order.index),
  churn(order: { perMinute: number }) {
    running().churn.perMinute = order.perMinute;
  },
  written: () => running().churn.written,
  faults(order: { set?: object; reset?: boolean; endWatches?: boolean }) {
    const { faults } = running();
    if (order.reset) faults.reset();
    if (order.set) faults.setUnknown(order.set);
    if (order.endWatches) faults.endWatchesNow();
  },
  truth: () => truthOf(running().state),
  metrics: () => running().servers.map(server => server.metrics()),
  memory: () => process.memoryUsage(),
  cpu: () => process.cpuUsage(),
});

function running(): RunningGeneratedCluster {
  if (!cluster) throw new Error('The cluster has not started');
  return cluster;
}
