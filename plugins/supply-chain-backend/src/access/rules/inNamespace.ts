import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { subjectResourceRef } from '../subjectResourceRef';

/** Whatever lives in one of these namespaces, on any cluster. */
export const inNamespace = createPermissionRule({
  name: 'IN_NAMESPACE',
  description: 'Allow workloads in any of the given namespaces',
  resourceRef: subjectResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of namespaces'),
  }),
  apply: (subject, { namespaces }) => namespaces.includes(subject.namespace),
  toQuery: ({ namespaces }) => ({
    of: 'namespace' as const,
    values: namespaces,
  }),
});
