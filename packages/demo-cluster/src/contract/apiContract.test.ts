import { defaultResources } from '../catalog/defaultResources.ts';
import { startApiServer } from '../startApiServer.ts';
import { ClusterState } from '../state/ClusterState.ts';
import { ResourceCatalog } from '../state/ResourceCatalog.ts';
import { systemClock } from '../state/systemClock.ts';
import { contractSuite } from './contractSuite.ts';

// A real server on a busy machine is slow, and its controllers take their time.
jest.setTimeout(90_000);

contractSuite(
  'the demo cluster keeps the contract of a Kubernetes API',
  async () => {
    const state = new ClusterState({
      clock: systemClock,
      resources: new ResourceCatalog(defaultResources),
    });
    const server = await startApiServer({
      state,
      tokens: [
        { token: 'admin', name: 'root', groups: ['system:masters'] },
        { token: 'viewer', name: 'someone' },
      ],
    });
    return {
      url: server.secureUrl,
      adminToken: 'admin',
      viewerToken: 'viewer',
      close: server.close,
    };
  },
);

const { KUBE_API_URL, KUBE_API_TOKEN, KUBE_API_VIEWER_TOKEN } = process.env;

if (KUBE_API_URL && KUBE_API_TOKEN) {
  contractSuite(
    `the real server at ${KUBE_API_URL} keeps the contract of a Kubernetes API`,
    async () => ({
      url: KUBE_API_URL,
      adminToken: KUBE_API_TOKEN,
      viewerToken: KUBE_API_VIEWER_TOKEN ?? 'viewer-token',
      close: async () => {},
    }),
  );
}
