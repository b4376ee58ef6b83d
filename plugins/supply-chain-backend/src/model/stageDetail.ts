import type { StageDetailView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { WorkloadObject } from './objects/WorkloadObject';
import type { Surroundings } from './Surroundings';
import type { ValuesShown } from './ValuesShown';

/** One stage of a workload; undefined when it has no stage of that name. */
export function stageDetail(
  workload: WorkloadObject,
  stage: string,
  around: Surroundings,
  values: ValuesShown,
): StageDetailView | undefined {
  throw new Error(
    `not yet ${workload.meta.name} ${stage} ${around.cluster} ${values}`,
  );
}
