import { kubeconfigOf } from '../cli/kubeconfigOf.ts';
import { setFaults } from '../control/setFaults.ts';
import { at } from '../json/at.ts';
import { textAt } from '../json/textAt.ts';
import { demoUsers } from '../world/demoUsers.ts';
import type { RunningGeneratedCluster } from './startGeneratedCluster.ts';

type Clusters = Readonly<Record<string, RunningGeneratedCluster>>;

/** What is understood; told to whoever asks for something else. What is true the clusters themselves tell: list it. */
const ROUTES: Readonly<Record<string, string>> = {
  'GET /state': 'faults and counters of all clusters',
  'GET /kubeconfig': 'for kubectl: all clusters, all users',
  'POST /faults':
    '{"cluster": "…", "set"?: {…}, "reset"?: true, "endWatches"?: true}',
  'POST /change':
    '{"cluster": "…", "workload"?: 0}: one more build, from its start to its end',
  'POST /churn': '{"perMinute": 10000, "cluster"?: "…"}: 0 ends it',
};

/** Does what an order to generated clusters says. */
export async function answerGenerated(
  clusters: Clusters,
  method: string,
  path: string,
  body: unknown,
): Promise<{ status: number; body: unknown }> {
  switch (`${method} ${path.replace(/[?#].*$/, '')}`) {
    case 'GET /state':
      return { status: 200, body: { clusters: stateOf(clusters) } };
    case 'GET /kubeconfig':
      return { status: 200, body: { kubeconfig: kubeconfig(clusters) } };
    case 'POST /faults':
      return { status: 200, body: setFaults(clusters, body) };
    case 'POST /change':
      return { status: 200, body: change(clusters, body) };
    case 'POST /churn':
      return { status: 200, body: setChurn(clusters, body) };
    default:
      return {
        status: path === '/' ? 200 : 404,
        body: {
          ...(path !== '/' && { error: `Nothing answers ${method} ${path}` }),
          routes: ROUTES,
        },
      };
  }
}

function change(clusters: Clusters, body: unknown): unknown {
  const { content } = clusterOf(clusters, textAt(body, 'cluster'));
  const index = at(body, 'workload') ?? 0;
  if (
    typeof index !== 'number' ||
    !Number.isInteger(index) ||
    index < 0 ||
    index >= content.workloads
  )
    throw new Error(
      `workload: give a whole number from 0 to ${content.workloads - 1}`,
    );
  return content.finishNow(index);
}

function setChurn(clusters: Clusters, body: unknown): unknown {
  const perMinute = at(body, 'perMinute');
  if (typeof perMinute !== 'number' || !(perMinute >= 0 && perMinute <= 1e6))
    throw new Error('perMinute: give a number from 0 to 1000000');
  const only = textAt(body, 'cluster');
  const chosen =
    only === undefined ? Object.values(clusters) : [clusterOf(clusters, only)];
  for (const { churn } of chosen) churn.perMinute = perMinute;
  return { perMinute };
}

function clusterOf(clusters: Clusters, name: string | undefined) {
  const cluster = Object.hasOwn(clusters, name ?? '')
    ? clusters[name ?? '']
    : undefined;
  if (!cluster)
    throw new Error(`cluster: give one of ${Object.keys(clusters).join(', ')}`);
  return cluster;
}

function stateOf(clusters: Clusters): unknown {
  return Object.fromEntries(
    Object.entries(clusters).map(([name, cluster]) => [
      name,
      {
        url: cluster.servers[0]?.url,
        faults: cluster.faults.settings,
        metrics: cluster.servers[0]?.metrics(),
        workloads: cluster.content.workloads,
        churn: {
          perMinute: cluster.churn.perMinute,
          written: cluster.churn.written,
        },
      },
    ]),
  );
}

function kubeconfig(clusters: Clusters): string {
  const reachable = Object.entries(clusters).flatMap(([name, { servers }]) =>
    servers.slice(0, 1).map(({ secureUrl, certificate }) => ({
      ...{ name, server: secureUrl, certificate },
    })),
  );
  return kubeconfigOf(reachable, demoUsers);
}
