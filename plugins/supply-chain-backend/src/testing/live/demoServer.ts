import {
  ClusterState,
  defaultResources,
  ResourceCatalog,
  startApiServer,
  systemClock,
} from 'demo-cluster';
import type { Clock, RunningApiServer } from 'demo-cluster';
import type { ServerUnderTest } from './ServerUnderTest';

const GADGETS = {
  group: 'live.example.com',
  version: 'v1',
  plural: 'gadgets',
} as const;

/** The demo cluster's API server, empty, with a kind of the test's own and every fault at hand. */
export async function demoServer(
  options: { readonly clock?: Clock; readonly bookmarkMs?: number } = {},
): Promise<
  ServerUnderTest & {
    readonly server: RunningApiServer;
    readonly state: ClusterState;
  }
> {
  const { clock = systemClock, ...bookmarks } = options;
  const state = new ClusterState({
    clock,
    resources: new ResourceCatalog([
      ...defaultResources,
      {
        ...{ group: GADGETS.group, versions: [GADGETS.version] },
        ...{ plural: GADGETS.plural, singular: 'gadget', kind: 'Gadget' },
        ...{ namespaced: true, custom: true },
      },
    ]),
  });
  const user = { name: 'reader', token: 'reader-token' };
  const server = await startApiServer({
    ...{ state, clock, ...bookmarks },
    tokens: [
      { token: 'admin-token', name: 'admin', groups: ['system:masters'] },
      user,
    ],
  });
  const absent = ['gadgets.live.example.com'];
  return {
    ...{ server, state, user, url: server.url, haste: 30 },
    ...{ adminToken: 'admin-token', resource: GADGETS },
    installKind: async () => server.faults.set({ absent: null }),
    async removeKind() {
      for (const { metadata } of state.list(GADGETS).items) {
        state.remove(GADGETS, metadata.namespace, metadata.name);
      }
      server.faults.set({ absent });
    },
    close: () => server.close(),
  };
}
