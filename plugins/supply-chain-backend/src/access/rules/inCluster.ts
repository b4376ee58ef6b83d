import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { subjectResourceRef } from '../subjectResourceRef';

/** Whatever lives on one of these clusters. */
export const inCluster = createPermissionRule({
  name: 'IN_CLUSTER',
  description: 'Allow workloads on any of the given clusters',
  resourceRef: subjectResourceRef,
  paramsSchema: z.object({
    clusters: z
      .array(z.string())
      .describe('Names from the list of the kubernetes plugin'),
  }),
  apply: (subject, { clusters }) => clusters.includes(subject.cluster),
  toQuery: ({ clusters }) => ({ of: 'cluster' as const, values: clusters }),
});
