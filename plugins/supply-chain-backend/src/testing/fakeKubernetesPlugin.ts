import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import type { DemoCluster } from 'demo-cluster';
import { request } from 'node:http';
import PromiseRouter from 'express-promise-router';

/**
 * The kubernetes plugin as far as we use it, within a test backend: `/clusters` and `/proxy`. Without the real one's leaks,
 * so that a test can count what is open at a cluster.
 */
export function fakeKubernetesPlugin(
  clusters: Readonly<
    Record<string, { readonly cluster: DemoCluster; readonly token: string }>
  >,
) {
  return createBackendPlugin({
    pluginId: 'kubernetes',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          const router = PromiseRouter();
          router.get('/clusters', (_, res) => {
            res.json({
              items: Object.keys(clusters).map(name => ({
                name,
                authProvider: 'serviceAccount',
              })),
            });
          });
          router.use('/proxy', (req, res) => {
            const found =
              clusters[req.header('Backstage-Kubernetes-Cluster') ?? ''];
            if (!found) {
              res.status(404).json({ error: { name: 'NotFoundError' } });
              return;
            }
            const upstream = request(
              `${found.cluster.url}${req.url}`,
              {
                method: req.method,
                headers: {
                  accept: req.header('accept') ?? '*/*',
                  authorization: `Bearer ${found.token}`,
                },
              },
              answer => {
                res.writeHead(answer.statusCode ?? 500, answer.headers);
                answer.pipe(res);
                answer.once('error', () => res.destroy());
              },
            );
            // As the real one answers for a cluster that is not there.
            upstream.once('error', () => {
              if (res.headersSent) res.destroy();
              else res.status(500).json({ error: { name: 'Error' } });
            });
            res.once('close', () => upstream.destroy());
            req.pipe(upstream);
          });
          httpRouter.use(router);
        },
      });
    },
  });
}
