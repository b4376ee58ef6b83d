import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_WORKLOAD } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { OwnedSubject } from './OwnedSubject';
import type { SubjectQuery } from './SubjectQuery';

/** The resource type of every permission of this plugin, for rules of one's own as well. */
export const subjectResourceRef = createPermissionResourceRef<
  OwnedSubject,
  SubjectQuery
>().with({
  pluginId: 'supply-chain',
  resourceType: RESOURCE_TYPE_WORKLOAD,
});
