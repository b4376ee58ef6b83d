import {
  shortImage,
  whySentence,
  type WorkloadRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { earlierBuilds } from './builds/earlierBuilds';
import { explainReasons } from './explainReasons';
import { present } from './objects/present';
import type { WorkloadObject } from './objects/WorkloadObject';
import type { ImageBehind } from './stages/imageBehind';
import type { Surroundings } from './Surroundings';
import { describeWorkload } from './workloads/describeWorkload';
import { oneLine } from './words/oneLine';
import { newestInstant } from './words/newestInstant';

/** A workload in the list. */
export function workloadRow(
  workload: WorkloadObject,
  around: Surroundings,
): WorkloadRow {
  const { meta } = workload;
  const { graph, verdict, chain, stale, images } = describeWorkload(
    workload,
    around,
  );
  // Of several images the one that the sentence is about, else the first.
  const makers = graph.stages.filter(stage => stage.engine !== undefined);
  const maker =
    makers.find(stage => stage.name === verdict.saysOf) ?? makers[0];
  const behind = maker && images.get(maker.name);
  const image = oneLine(
    maker?.outputs.find(output => output.name === 'image')?.value,
  );
  const why = behind ? reasonsOf(behind) : [];
  return present({
    ref: {
      cluster: around.cluster,
      namespace: meta.namespace,
      name: meta.name,
    },
    phase: verdict.phase,
    stale,
    chain,
    pipeline: graph.stages.map(stage => ({
      stage: stage.name,
      title: stage.title,
      phase: stage.phase.kind,
    })),
    says: verdict.says,
    saysOf: verdict.saysOf,
    owner: verdict.owner,
    tag: behind?.servingTag ?? (image ? shortImage(image) : undefined),
    engine: maker?.engine,
    why: whySentence(why) || undefined,
    reasons: [...new Set(why.map(reason => reason.kind))],
    builder: behind?.image.builder.name,
    changedAt: newestInstant(graph.stages.map(stage => stage.changedAt)),
    createdAt: meta.createdAt,
  });
}

function reasonsOf({ newest, builds }: ImageBehind) {
  return newest
    ? explainReasons(newest, earlierBuilds(newest, builds)[0], 'redacted')
    : [];
}
