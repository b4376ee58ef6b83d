import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import type { KubeObject } from '../state/KubeObject.ts';

const DIGEST = /sha256:[0-9a-f]{64}/g;

/** The image digests that a run made: a Build's in its status, a Tekton run's among its results. */
export function producedDigests(final: KubeObject): string[] {
  const outputs = [
    textAt(final, 'status', 'latestImage'),
    textAt(final, 'status', 'latestCacheImage'),
    textAt(final, 'status', 'latestAttestationImage'),
    ...RESULTS.flatMap(field => listAt(final, 'status', field)).map(result =>
      textAt(result, 'value'),
    ),
  ];
  return [...new Set(outputs.flatMap(text => text?.match(DIGEST) ?? []))];
}

/** Tekton v1, v1beta1 TaskRuns and PipelineRuns. */
const RESULTS = ['results', 'taskResults', 'pipelineResults'];
