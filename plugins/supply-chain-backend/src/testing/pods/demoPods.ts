import {
  ClusterState,
  defaultResources,
  ResourceCatalog,
  startApiServer,
  systemClock,
} from 'demo-cluster';
import { DemoNode } from './DemoNode';
import type { PodsUnderTest } from './PodsUnderTest';

/** The demo cluster's API server, empty, and a node that plays the pods that are made there. */
export async function demoPods(): Promise<PodsUnderTest> {
  const token = 'admin-token';
  const state = new ClusterState({
    clock: systemClock,
    resources: new ResourceCatalog(defaultResources),
  });
  const node = new DemoNode(state);
  const server = await startApiServer({
    state,
    tokens: [{ token, name: 'admin', groups: ['system:masters'] }],
  });
  return {
    ...{ url: server.url, secureUrl: server.secureUrl, token },
    image: 'registry.example/busybox:1',
    async close() {
      await node.stop();
      await server.close();
    },
  };
}
