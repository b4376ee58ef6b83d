import type { ServiceFactory } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  startDemoClusters,
  type DemoClusters,
  type DemoClustersOptions,
} from 'demo-cluster';
import { startPlugin, type RunningPlugin } from './startPlugin';

export interface SupplyChain extends RunningPlugin {
  readonly demo: DemoClusters;
}

/** The plugin in a test backend over real HTTP, in front of the demo clusters. */
export async function startSupplyChain(
  options: {
    readonly demo?: DemoClustersOptions;
    readonly entities?: readonly Entity[];
    readonly archive?: boolean;
    /** Before the plugin sees them. */
    readonly prepare?: (demo: DemoClusters) => void;
    readonly services?: readonly ServiceFactory[];
  } = {},
): Promise<SupplyChain> {
  const demo = await startDemoClusters(options.demo);
  options.prepare?.(demo);
  const token = demo.tokens.backstage;
  const plugin = await startPlugin({
    entities: options.entities,
    archive: options.archive,
    services: options.services,
    clusters: {
      build: { cluster: demo.build, token },
      run: { cluster: demo.run, token },
    },
  });
  return {
    ...plugin,
    demo,
    async stop() {
      await plugin.stop();
      await demo.close();
    },
  };
}
