import type { Problem } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedResource } from '../../model/objects/OwnerStatus';
import type { WorkloadObject } from '../../model/objects/WorkloadObject';
import type { Surroundings } from '../../model/Surroundings';
import { Fields } from '../../model/objects/Fields';
import { isOwnedBy } from '../isOwnedBy';
import { runnable } from '../kinds/runnable';
import { pipelineRun, taskRun } from '../kinds/tektonRun';
import { metaOf } from '../metaOf';
import { resourceOf } from '../resourceOf';
import { runsBehind, type ReadMore } from '../runs/runsBehind';

const WRITERS = [runnable, taskRun, pipelineRun];

/** The commit that the config writer's current run says it wrote, and what kept it from being read. */
export function writtenCommit(
  workload: WorkloadObject,
  around: Surroundings,
): { readonly commit?: string; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  for (const stage of lastRuns(workload.status.resources)) {
    const read = readWriter(stage, workload, around);
    problems.push(...read.problems);
    if (read.commit !== undefined) return { commit: read.commit, problems };
  }
  return { problems };
}

/** What runs something and hands it to no other stage: configuration is written last. */
function lastRuns(
  resources: readonly RealizedResource[],
): readonly RealizedResource[] {
  const read = new Set(resources.flatMap(each => each.inputs));
  return resources.filter(
    ({ name, stampedRef }) =>
      !read.has(name) && WRITERS.some(({ kind }) => kind === stampedRef?.kind),
  );
}

function readWriter(
  stage: RealizedResource,
  workload: WorkloadObject,
  around: Surroundings,
): { readonly commit?: string; readonly problems: readonly Problem[] } {
  const ref = stage.stampedRef;
  const look = around.stamped?.bind(around);
  if (!ref || !look) return { problems: [] };
  const { cluster } = around;
  const namespace = ref.namespace ?? workload.meta.namespace;
  const read: ReadMore = query => look({ ...query, cluster, namespace });
  const resource = resourceOf(ref);
  const answer = read({ resource, name: ref.name });
  const raw = answer.objects[0];
  const meta = metaOf(raw);
  const inspector = WRITERS.find(
    each => each.kind === ref.kind && each.group === resource.group,
  );
  const ours = { kind: 'Workload', meta: workload.meta };
  if (!inspector || !meta || !isOwnedBy(meta, ours))
    return { problems: answer.problem ? [answer.problem] : [] };
  const behind = runsBehind(stage, workload, meta, read);
  const { facts } = inspector.inspect({
    ...{ stage, workload, raw, cluster, namespace, read },
    object: new Fields(raw),
    runs: behind.runs?.list ?? [],
    values: 'redacted',
  });
  return {
    ...(facts?.kind === 'writer' && facts.commit !== undefined
      ? { commit: facts.commit }
      : {}),
    problems: behind.problems,
  };
}
