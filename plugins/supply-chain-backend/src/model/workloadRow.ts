import type { WorkloadRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { WorkloadObject } from './objects/WorkloadObject';
import type { Surroundings } from './Surroundings';

/** A workload in the list. */
export function workloadRow(
  workload: WorkloadObject,
  around: Surroundings,
): WorkloadRow {
  throw new Error(`not yet ${workload.meta.name} ${around.cluster}`);
}
