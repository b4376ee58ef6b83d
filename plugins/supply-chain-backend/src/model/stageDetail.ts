import {
  stageTitle,
  type StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { imageProviderView } from './imageProviderView';
import { present } from './objects/present';
import type { WorkloadObject } from './objects/WorkloadObject';
import type { Surroundings } from './Surroundings';
import type { ValuesShown } from './ValuesShown';
import { describeWorkload } from './workloads/describeWorkload';

/** One stage of a workload; undefined when it has no stage of that name. */
export function stageDetail(
  workload: WorkloadObject,
  stageName: string,
  around: Surroundings,
  values: ValuesShown,
): StageDetailView | undefined {
  const { meta } = workload;
  const { graph, images, problems } = describeWorkload(workload, around);
  const stage = graph.stages.find(each => each.name === stageName);
  if (!stage) return undefined;
  const provider = imageProviderView(
    stage,
    images.get(stageName),
    around,
    values,
  );
  return present({
    workload: {
      cluster: around.cluster,
      namespace: meta.namespace,
      name: meta.name,
    },
    stage,
    inputs: graph.edges
      .filter(edge => edge.to === stageName)
      .map(edge =>
        present({
          stage: edge.from,
          title: stageTitle(edge.from),
          type: edge.type,
        }),
      ),
    imageProvider: provider && {
      ...provider,
      ...(provider.engine === 'prebuilt' && workload.image
        ? { asked: workload.image }
        : {}),
    },
    problems: [...problems],
  });
}
