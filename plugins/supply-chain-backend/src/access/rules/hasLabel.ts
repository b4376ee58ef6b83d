import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { subjectResourceRef } from '../subjectResourceRef';

/** Whatever carries the label, with the value when one is given. */
export const hasLabel = createPermissionRule({
  name: 'HAS_LABEL',
  description: 'Allow workloads that carry the given label',
  resourceRef: subjectResourceRef,
  paramsSchema: z.object({
    label: z.string().describe('Key of the label'),
    value: z.string().optional().describe('Its value; any value when left out'),
  }),
  apply: (subject, { label, value }) =>
    Object.hasOwn(subject.labels, label) &&
    (value === undefined || subject.labels[label] === value),
  toQuery: ({ label, value }) => ({ of: 'label' as const, label, value }),
});
