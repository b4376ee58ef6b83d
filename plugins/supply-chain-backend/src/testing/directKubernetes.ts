import type { DemoCluster } from 'demo-cluster';
import { mockServices } from '@backstage/backend-test-utils';

/**
 * What `KubernetesPluginApi` needs, straight to demo clusters: as the kubernetes plugin, but without its leaks, so that
 * a test can count what is open at the cluster.
 */
export function directKubernetes(
  clusters: Readonly<
    Record<
      string,
      {
        readonly cluster: Pick<DemoCluster, 'url'>;
        readonly token: string | (() => string);
      }
    >
  >,
  send: typeof globalThis.fetch = fetch,
) {
  const direct: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    if (url.endsWith('/clusters')) {
      return Response.json({
        items: Object.keys(clusters).map(name => ({
          name,
          authProvider: 'serviceAccount',
        })),
      });
    }
    const headers = new Headers(init?.headers);
    const name = headers.get('Backstage-Kubernetes-Cluster') ?? '';
    const found = clusters[name];
    if (!found) {
      return Response.json(
        { error: { name: 'NotFoundError' } },
        { status: 404 },
      );
    }
    const { cluster, token } = found;
    headers.set(
      'Authorization',
      `Bearer ${typeof token === 'string' ? token : token()}`,
    );
    const path = url.slice(url.indexOf('/proxy') + '/proxy'.length);
    return send(`${cluster.url}${path}`, { ...init, headers });
  };
  return {
    fetch: direct,
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => 'http://kubernetes.plugin',
    }),
  };
}
