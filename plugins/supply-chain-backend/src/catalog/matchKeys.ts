import type { WorkloadIdentity } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { labelsOfWorkload } from './labelsOfWorkload';

/** What entities may name a workload by, as keys of an index. */
export function matchKeys(workload: WorkloadIdentity): readonly string[] {
  const labels = Object.entries(labelsOfWorkload(workload));
  return [
    `name ${workload.name}`,
    ...labels.map(([key, value]) => `label ${key}=${value}`),
  ];
}
