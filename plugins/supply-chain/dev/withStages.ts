import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RecordedViews } from '../src/testing/recordedViews';
import type { recordedStages } from './recordedStages';

/** Recorded workloads with the stages that were recorded in full; of both, the fuller one. */
export function withStages(
  all: RecordedViews,
  {
    views,
    stages,
  }: Pick<ReturnType<typeof recordedStages>, 'views' | 'stages'>,
): RecordedViews {
  return {
    ...all,
    views: [
      ...views,
      ...all.views.filter(
        each => !views.some(({ ref }) => same(ref, each.ref)),
      ),
    ],
    stages: [
      ...stages,
      ...all.stages.filter(
        each =>
          !stages.some(
            ({ workload, stage }) =>
              same(workload, each.workload) && stage.name === each.stage.name,
          ),
      ),
    ],
  };
}

const same = (a: ObjectRef, b: ObjectRef) =>
  a.cluster === b.cluster && a.namespace === b.namespace && a.name === b.name;
