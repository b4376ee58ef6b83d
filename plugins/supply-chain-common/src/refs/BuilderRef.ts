import { z } from 'zod';

const name = z.string().min(1);

/** A builder of one cluster. A ClusterBuilder is for all namespaces and has none itself. */
export const builderRefSchema = z.discriminatedUnion('kind', [
  z.object({ cluster: name, kind: z.literal('ClusterBuilder'), name }),
  z.object({
    cluster: name,
    kind: z.literal('Builder'),
    namespace: name,
    name,
  }),
]);

export type BuilderRef = z.infer<typeof builderRefSchema>;
