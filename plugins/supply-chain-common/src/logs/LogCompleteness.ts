import { z } from 'zod';

/** How much of a container's log the archive has. */
export const logCompletenessSchema = z.discriminatedUnion('kind', [
  /** All that Kubernetes had when the container had ended. */
  z.object({ kind: z.literal('complete') }),
  z.object({
    kind: z.literal('incomplete'),
    /**
     * `pod-gone`: the pod was deleted before its log was read to the end. `refused`: the cluster did not let Backstage read
     * it. `too-long`: only the beginning was kept. `unreadable`: the node had no log, and said so in its place.
     */
    because: z.enum(['pod-gone', 'refused', 'too-long', 'unreadable']),
  }),
]);

export type LogCompleteness = z.infer<typeof logCompletenessSchema>;
