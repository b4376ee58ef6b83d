import { z } from 'zod';
import { plainFetch } from '../plainFetch';
import type { PodsUnderTest } from './PodsUnderTest';

const nodesSchema = z.object({
  items: z.array(
    z.object({
      status: z.object({
        conditions: z.array(z.object({ type: z.string(), status: z.string() })),
      }),
    }),
  ),
});

/** A Kubernetes with a node that runs pods. Rejects when it has none. */
export async function realPods(server: {
  readonly url: string;
  readonly token: string;
  readonly image: string;
}): Promise<PodsUnderTest> {
  const answer = await plainFetch(`${server.url}/api/v1/nodes`, {
    headers: { Authorization: `Bearer ${server.token}` },
  });
  const { items } = nodesSchema.parse(await answer.json());
  const isReady = items.some(({ status }) =>
    status.conditions.some(
      ({ type, status: is }) => type === 'Ready' && is === 'True',
    ),
  );
  if (!isReady) {
    throw new Error(
      `${server.url} has no node that is Ready: nobody would run the pods whose logs are read here`,
    );
  }
  return { ...server, secureUrl: server.url, close: async () => {} };
}
