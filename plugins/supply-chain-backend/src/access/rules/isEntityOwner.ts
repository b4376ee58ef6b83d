import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { subjectResourceRef } from '../subjectResourceRef';

/** Whatever belongs to a catalog entity that one of the claims owns. */
export const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description:
    'Allow workloads whose entity in the software catalog is owned by any of the claims',
  resourceRef: subjectResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references, as in the ownership claims of a user'),
  }),
  apply: (subject, { claims }) =>
    subject.owners.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ of: 'owner' as const, values: claims }),
});
