import type { WorkloadIdentity } from '@supply-chain-view/backstage-plugin-supply-chain-node';

/**
 * What permissions are about: a workload with everything that it stamped, or a kpack Image that belongs to no
 * workload, with its builds.
 */
export type Subject = WorkloadIdentity;
