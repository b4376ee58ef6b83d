/**
 * The demo that the browser tests run against, as their configuration started it. Only what a person could do from a
 * terminal: the control endpoint of `npm run demo`, and the Kubernetes API as its administrator.
 */
const control = process.env.DEMO_CONTROL_URL ?? 'http://127.0.0.1:7100';

/** Fixed and for loopback only; `npm run demo -- kubeconfig` prints it. */
const ADMIN = 'demo-admin-may-do-everything';

export type DemoCluster = 'build' | 'run';

export type DemoPod = { cluster: DemoCluster; namespace: string; name: string };

export type DemoMetrics = {
  openLogFollows: number;
  /** By verb and kind: `get pods/log`. */
  requests: Record<string, number>;
};

async function clusterState(
  cluster: DemoCluster,
): Promise<{ url: string; metrics: DemoMetrics }> {
  const state: unknown = await (await fetch(new URL('/state', control))).json();
  return (
    state as {
      clusters: Record<DemoCluster, { url: string; metrics: DemoMetrics }>;
    }
  ).clusters[cluster];
}

async function order(path: string, body: unknown): Promise<void> {
  const answer = await fetch(new URL(path, control), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

export const demo = {
  /** A new commit; resolves when it has begun. */
  push: (target: string, outcome: 'succeeded' | 'failed' = 'succeeded') =>
    order('/push', { target, outcome }),
  /** Something of `npm run demo -- scenario`; resolves when it has begun. */
  scenario: (name: string, target?: string) =>
    order('/scenario', { name, ...(target !== undefined && { target }) }),
  trouble: (cluster: DemoCluster, set: Record<string, unknown>) =>
    order('/faults', { cluster, set }),
  endWatches: (cluster: DemoCluster) =>
    order('/faults', { cluster, endWatches: true }),
  mend: (cluster: DemoCluster) =>
    order('/faults', { cluster, reset: true, endWatches: true }),

  /** How fast recorded work is played from now on; 1 is as recorded. */
  speed: (speed: number) => order('/speed', { speed }),

  /** What a cluster's API server has been asked and holds open. */
  async metrics(cluster: DemoCluster): Promise<DemoMetrics> {
    return (await clusterState(cluster)).metrics;
  },

  /** All that a container has written, as its cluster has it. */
  async log(pod: DemoPod, container: string): Promise<string> {
    const path = `/api/v1/namespaces/${pod.namespace}/pods/${pod.name}/log`;
    const { url } = await clusterState(pod.cluster);
    const answer = await fetch(new URL(`${path}?container=${container}`, url), {
      headers: { authorization: `Bearer ${ADMIN}` },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  },

  /** A request to a cluster's Kubernetes API as its administrator; the parsed answer. */
  async kubernetes(
    cluster: DemoCluster,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<unknown> {
    const { url } = await clusterState(cluster);
    const answer = await fetch(new URL(path, url), {
      method,
      headers: {
        authorization: `Bearer ${ADMIN}`,
        'content-type':
          method === 'PATCH'
            ? 'application/merge-patch+json'
            : 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(
        `${method} ${path}: ${answer.status} ${await answer.text()}`,
      );
    return answer.json();
  },
};
