import { createPermission } from '@backstage/plugin-permission-common';

/** The resource type that every permission of this plugin is about: a workload with what it stamped. */
export const RESOURCE_TYPE_WORKLOAD = 'supply-chain-workload';

/** See workloads, supply chains, stages, builds. */
export const supplyChainReadPermission = createPermission({
  name: 'supply-chain.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_WORKLOAD,
});

/** Read build logs, live and archived. */
export const supplyChainLogsReadPermission = createPermission({
  name: 'supply-chain.logs.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_WORKLOAD,
});

/** See the values of environment variables in build differences. */
export const supplyChainValuesReadPermission = createPermission({
  name: 'supply-chain.values.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_WORKLOAD,
});

/** Ask kpack for a rebuild. */
export const supplyChainBuildTriggerPermission = createPermission({
  name: 'supply-chain.build.trigger',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_WORKLOAD,
});

export const supplyChainPermissions = [
  supplyChainReadPermission,
  supplyChainLogsReadPermission,
  supplyChainValuesReadPermission,
  supplyChainBuildTriggerPermission,
];
