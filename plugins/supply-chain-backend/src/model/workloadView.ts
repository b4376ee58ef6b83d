import type { WorkloadView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { WorkloadObject } from './objects/WorkloadObject';
import type { Surroundings } from './Surroundings';

/** Everything the page of one workload shows above the stage. */
export function workloadView(
  workload: WorkloadObject,
  around: Surroundings,
): WorkloadView {
  throw new Error(`not yet ${workload.meta.name} ${around.cluster}`);
}
