import { defaultResources } from '../catalog/defaultResources.ts';
import { ContractClient } from '../contract/ContractClient.ts';
import type { RunningApiServer } from '../startApiServer.ts';
import { startApiServer } from '../startApiServer.ts';
import { ClusterState } from '../state/ClusterState.ts';
import type { Clock } from '../state/Clock.ts';
import { ResourceCatalog } from '../state/ResourceCatalog.ts';
import { systemClock } from '../state/systemClock.ts';

export interface TestCluster {
  readonly state: ClusterState;
  readonly server: RunningApiServer;
  readonly client: ContractClient;
  close(): Promise<void>;
}

/** An empty cluster with an administrator, on a free port. */
export async function testCluster(
  opts: { clock?: Clock; historyLimit?: number; historyMaxAgeMs?: number } = {},
): Promise<TestCluster> {
  const { clock = systemClock, ...history } = opts;
  const state = new ClusterState({
    clock,
    resources: new ResourceCatalog(defaultResources),
    ...history,
  });
  state.apply(
    { group: '', plural: 'namespaces' },
    { metadata: { name: 'dev' } },
  );
  const tokens = [
    { token: 'admin', name: 'admin', groups: ['system:masters'] },
  ];
  const server = await startApiServer({ state, clock, tokens });
  const client = new ContractClient(server.url, 'admin');
  return {
    state,
    server,
    client,
    async close() {
      client.close();
      await server.close();
    },
  };
}
