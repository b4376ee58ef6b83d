import type { DemoClusters } from 'demo-cluster';
import {
  startKubernetesBackend,
  type KubernetesBackend,
} from './startKubernetesBackend';
import type { Postgres } from './startPostgres';

export interface Replicas {
  /** Each by itself; stop or kill one to see what the others do. */
  readonly each: readonly KubernetesBackend[];
  /** A guest's token, good for all of them. */
  readonly token: string;
  stop(): Promise<void>;
}

const paths = (...names: string[]) => names.map(name => require.resolve(name));

/** Backends as people run several of them: this plugin in front of the demo clusters, one database, no other word between them. */
export async function startReplicas(options: {
  readonly count: number;
  readonly demo: DemoClusters;
  readonly database: Postgres;
  /** Logs are archived: then clusters are asked from the start on. */
  readonly archive?: boolean;
}): Promise<Replicas> {
  const { count, demo, database, archive = false } = options;
  const of = (name: 'build' | 'run') => ({
    name,
    url: demo[name].url,
    authProvider: 'serviceAccount',
    serviceAccountToken: demo.tokens.backstage,
  });
  const each: KubernetesBackend[] = [];
  const stop = async () => {
    await Promise.all(each.map(backend => backend.stop()));
  };
  try {
    // One after the other: the first makes the tables.
    for (let n = 0; n < count; n += 1) {
      each.push(
        await startKubernetesBackend({
          clusters: [of('build'), of('run')],
          features: paths(
            '@backstage/plugin-auth-backend',
            '@backstage/plugin-auth-backend-module-guest-provider',
            '../index.ts',
          ),
          database: {
            client: 'pg',
            pluginDivisionMode: 'schema',
            connection: { ...database.connection, database: 'postgres' },
          },
          config: {
            supplyChain: { logs: { archive: { enabled: archive } } },
            auth: {
              providers: {
                guest: { dangerouslyAllowOutsideDevelopment: true },
              },
            },
          },
        }),
      );
    }
    return { each, token: await guestToken(each[0]?.baseUrl ?? ''), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function guestToken(baseUrl: string): Promise<string> {
  const response = await fetch(`${baseUrl}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const session = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return session.backstageIdentity.token;
}
