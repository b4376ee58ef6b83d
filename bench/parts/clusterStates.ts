import type { Backend } from './World.ts';

/** How the clusters are, as our API tells it to a person who asks now. */
export async function clusterStates({
  base,
  tokens,
}: Backend): Promise<{ name: string; state: string; objects: number }[]> {
  const answer = await fetch(`${base}/api/supply-chain/v1/clusters`, {
    headers: { authorization: `Bearer ${tokens[0] ?? ''}` },
  });
  if (!answer.ok) throw new Error(`/v1/clusters answered ${answer.status}`);
  const { clusters } = (await answer.json()) as {
    clusters: { name: string; state: string; kinds: { objects: number }[] }[];
  };
  return clusters.map(({ name, state, kinds }) => ({
    ...{ name, state },
    objects: kinds.reduce((sum, kind) => sum + kind.objects, 0),
  }));
}
