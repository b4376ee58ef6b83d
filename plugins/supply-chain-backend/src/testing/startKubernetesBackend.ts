import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './freePort';
import type { KubernetesBackendOptions } from './KubernetesBackendOptions';

export interface KubernetesBackend {
  readonly baseUrl: string;
  /** Its `getPluginRequestToken` gives real tokens of a plugin of that backend; nothing else of it is real. */
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  stop(): Promise<void>;
  /** As a machine that loses its power. */
  kill(): Promise<void>;
}

type Report =
  | { readonly started: true }
  | { readonly id: number; readonly token: string }
  | { readonly failed: string };

/**
 * A whole backend on a port of its own, as `createBackend()` makes it (compression, plugin tokens, helmet and all), with
 * the real `@backstage/plugin-kubernetes-backend`. Only its configuration and its silence are a test's.
 */
export async function startKubernetesBackend(
  options: KubernetesBackendOptions,
): Promise<KubernetesBackend> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const child = fork(require.resolve('./kubernetesBackendProcess.ts'), [], {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const tokens = new Map<number, (token: string) => void>();
  let tokenId = 0;

  const started = new Promise<void>((resolve, reject) => {
    child.on('message', (report: Report) => {
      if ('started' in report) resolve();
      else if ('failed' in report) reject(new Error(report.failed));
      else tokens.get(report.id)?.(report.token);
    });
    child.once('exit', code =>
      reject(new Error(`The backend ended with ${code}`)),
    );
  });
  child.send({ do: 'start', port, options });
  const stop = async () => {
    if (child.connected) child.send({ do: 'stop' });
    await exited;
  };
  try {
    await started;
  } catch (error) {
    await stop();
    throw error;
  }

  const auth = mockServices.auth.mock({
    getOwnServiceCredentials: () =>
      mockServices.auth({ pluginId: 'test' }).getOwnServiceCredentials(),
    getPluginRequestToken: () =>
      new Promise(resolve => {
        tokenId += 1;
        tokens.set(tokenId, token => resolve({ token }));
        child.send({ do: 'token', id: tokenId });
      }),
  });
  const discovery = mockServices.discovery.mock({
    getBaseUrl: async plugin => `${baseUrl}/api/${plugin}`,
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return { baseUrl, auth, discovery, stop, kill };
}
