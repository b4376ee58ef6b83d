import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import PromiseRouter from 'express-promise-router';

export interface FakePluginCluster {
  readonly cluster: { readonly url: string };
  /** Absent: it is read with each person's own token, as given by `oidcTokenProvider`. */
  readonly token?: string;
  readonly oidcTokenProvider?: string;
}

export type FakePluginClusters = Readonly<Record<string, FakePluginCluster>>;

/** What a cluster was asked, as it would be sent on. */
export interface UpstreamRequest {
  readonly cluster: string;
  readonly method: string;
  /** With its query, byte for byte. */
  readonly path: string;
}

/**
 * The kubernetes plugin as far as we use it, within a test backend: `/clusters` and `/proxy`. Without the real one's leaks,
 * so that a test can count what is open at a cluster.
 */
export function fakeKubernetesPlugin(
  clusters: FakePluginClusters,
  onRequest: (request: UpstreamRequest) => void = () => {},
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
              items: Object.entries(clusters).map(
                ([name, { token, oidcTokenProvider }]) => ({
                  name,
                  authProvider: token === undefined ? 'oidc' : 'serviceAccount',
                  oidcTokenProvider,
                }),
              ),
            });
          });
          router.use('/proxy', (req, res) => {
            const cluster = req.header('Backstage-Kubernetes-Cluster') ?? '';
            onRequest({ cluster, method: req.method, path: req.url });
            const found = clusters[cluster];
            if (!found) {
              res.status(404).json({ error: { name: 'NotFoundError' } });
              return;
            }
            const token =
              found.token ??
              req.header(
                `Backstage-Kubernetes-Authorization-oidc-${found.oidcTokenProvider}`,
              );
            if (token === undefined) {
              res.status(500).json({ error: { name: 'Error' } });
              return;
            }
            const { url } = found.cluster;
            const request = url.startsWith('https:')
              ? httpsRequest
              : httpRequest;
            const upstream = request(
              `${url}${req.url}`,
              {
                method: req.method,
                rejectUnauthorized: false,
                headers: {
                  accept: req.header('accept') ?? '*/*',
                  'content-type': req.header('content-type') ?? '*/*',
                  authorization: `Bearer ${token}`,
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
