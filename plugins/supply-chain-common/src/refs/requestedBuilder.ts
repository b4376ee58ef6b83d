import { z } from 'zod';
import { requestedRefSchema } from './requestedRef';

const { cluster, namespace, name } = requestedRefSchema.shape;

/** A builder as somebody asks for it: nothing that could mean another path or line than it says. */
export const requestedBuilderSchema = z.discriminatedUnion('kind', [
  z.object({ cluster, kind: z.literal('ClusterBuilder'), name }),
  z.object({ cluster, kind: z.literal('Builder'), namespace, name }),
]);
