import { resourceName } from '../../clusters/resourceName';
import { runKinds, type RunKind } from '../../logs/runs/runKinds';
import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import type { WholeRun } from '../WholeRun';
import { PIPELINE_TASK } from './PIPELINE_TASK';
import type { OwnedRun } from './workloadOfRun';

const WHOLES: ReadonlySet<string> = new Set<RunKind>([
  ...(['PipelineRun', 'SourceScan'] as const),
  ...(['ImageScan', 'ImageVulnerabilityScan'] as const),
]);

/** The scan whose TaskRun it is, else its PipelineRun; undefined of one that stands for itself. */
export function wholeOfRun(
  { labels }: ObjectMeta,
  { between }: OwnedRun,
): WholeRun | undefined {
  const whole = between.filter(({ kind }) => WHOLES.has(kind)).at(-1);
  if (!whole?.meta.uid) return undefined;
  const { kind, meta } = whole;
  return {
    resource: resourceName(runKinds[kind as RunKind]),
    ...{ name: meta.name, uid: whole.meta.uid },
    task: labels[PIPELINE_TASK],
  };
}
