import { stringify } from 'yaml';
import type { DemoUser } from '../world/demoUsers.ts';

interface Reachable {
  readonly name: string;
  readonly server: string;
  readonly certificate: string;
}

/** A kubeconfig with every user on every cluster, as contexts `user@cluster`. */
export function kubeconfigOf(
  clusters: readonly Reachable[],
  users: readonly DemoUser[],
): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: clusters.map(({ name, server, certificate }) => ({
      name,
      cluster: {
        server,
        'certificate-authority-data':
          Buffer.from(certificate).toString('base64'),
      },
    })),
    users: users.map(({ name, token }) => ({ name, user: { token } })),
    contexts: clusters.flatMap(cluster =>
      users.map(user => ({
        name: `${user.name}@${cluster.name}`,
        context: { cluster: cluster.name, user: user.name },
      })),
    ),
    'current-context': `${users[0]?.name ?? ''}@${clusters[0]?.name ?? ''}`,
  });
}
