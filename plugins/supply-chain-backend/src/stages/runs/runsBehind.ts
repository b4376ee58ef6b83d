import type {
  Problem,
  StageRunsView,
  StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import type { RealizedResource } from '../../model/objects/OwnerStatus';
import { present } from '../../model/objects/present';
import type { WorkloadObject } from '../../model/objects/WorkloadObject';
import type { StampedQuery } from '../../model/StampedQuery';
import type { StampedRead } from '../../model/StampedRead';
import { isOwnedBy } from '../isOwnedBy';
import { labelsAre } from '../labelsAre';
import { metaOf } from '../metaOf';
import { resourceOf } from '../resourceOf';
import { readAnyRun } from './readAnyRun';
import { readPipelineRun } from './readPipelineRun';
import { readTaskRun } from './readTaskRun';

/** Runs shown of one stage. Cartographer keeps ten of each outcome unless a template says otherwise. */
const SHOWN = 30;

const TASK_RUNS = { group: 'tekton.dev', version: 'v1', plural: 'taskruns' };
const PIPELINE_RUNS = {
  group: 'tekton.dev',
  version: 'v1',
  plural: 'pipelineruns',
};

/** Kinds that are stamped anew for every change when their template says so. */
const RUN_KINDS: ReadonlySet<string> = new Set([
  'TaskRun',
  'PipelineRun',
  'ImageVulnerabilityScan',
]);

export interface RunsBehind {
  readonly runs?: StageRunsView;
  readonly problems: readonly Problem[];
}

/** Reads more of what belongs to the stage, in its namespace. */
export type ReadMore = (
  query: Omit<StampedQuery, 'cluster' | 'namespace'>,
) => StampedRead;

/**
 * The runs behind a stage: those of its Runnable, else those that Cartographer itself stamped one after the other. Found by
 * labels, and held to the owner reference: labels are inherited by what a run makes in turn.
 */
export function runsBehind(
  stage: RealizedResource,
  workload: WorkloadObject,
  /** Of the stamped object, once it is known. */
  object: ObjectMeta | undefined,
  read: ReadMore,
): RunsBehind {
  const ref = stage.stampedRef;
  if (!ref) return { problems: [] };
  if (ref.kind === 'Runnable') {
    if (!object) return { problems: [] };
    return tektonRuns(
      labelsAre({ 'carto.run/runnable-name': ref.name }),
      { kind: 'Runnable', meta: object },
      [TASK_RUNS, PIPELINE_RUNS],
      read,
    );
  }
  if (!RUN_KINDS.has(ref.kind)) return { problems: [] };
  const labels = labelsAre({
    'carto.run/workload-name': workload.meta.name,
    'carto.run/resource-name': stage.name,
  });
  const owner = { kind: 'Workload', meta: workload.meta };
  const resource = resourceOf(ref);
  if (resource.group !== 'tekton.dev')
    return otherRuns(labels, owner, resource, read);
  return tektonRuns(
    labels,
    owner,
    ref.kind === 'PipelineRun'
      ? [TASK_RUNS, { ...PIPELINE_RUNS, version: resource.version }]
      : [{ ...TASK_RUNS, version: resource.version }],
    read,
  );
}

type Owner = { readonly kind: string; readonly meta: ObjectMeta };

function tektonRuns(
  labelSelector: string | undefined,
  owner: Owner,
  resources: readonly StampedQuery['resource'][],
  read: ReadMore,
): RunsBehind {
  if (labelSelector === undefined) return { problems: [] };
  const reads = resources.map(resource => ({
    plural: resource.plural,
    ...read({ resource, labelSelector }),
  }));
  const taskRuns = new Map<string, { meta: ObjectMeta; run: StageRunView }>();
  for (const raw of objectsOf(reads, 'taskruns')) {
    const meta = metaOf(raw);
    if (meta) taskRuns.set(meta.name, { meta, run: readTaskRun(raw, meta) });
  }
  const own = [...taskRuns.values()]
    .filter(({ meta }) => isOwnedBy(meta, owner))
    .map(({ run }) => run);
  const pipelines = objectsOf(reads, 'pipelineruns').flatMap(raw => {
    const meta = metaOf(raw);
    if (!meta || !isOwnedBy(meta, owner)) return [];
    return readPipelineRun(raw, meta, name => {
      const known = taskRuns.get(name);
      return known && isOwnedBy(known.meta, { kind: 'PipelineRun', meta })
        ? known.run
        : undefined;
    });
  });
  const runs = [...own, ...pipelines];
  return {
    ...shown(runs, reads),
    problems: problemsOf(reads, runs.length > 0),
  };
}

function otherRuns(
  labelSelector: string | undefined,
  owner: Owner,
  resource: StampedQuery['resource'],
  read: ReadMore,
): RunsBehind {
  if (labelSelector === undefined) return { problems: [] };
  const answer = read({ resource, labelSelector });
  const name = `${resource.plural}.${resource.group}`;
  const runs = answer.objects.flatMap(raw => {
    const meta = metaOf(raw);
    return meta && isOwnedBy(meta, owner) ? readAnyRun(raw, meta, name) : [];
  });
  return {
    ...shown(runs, [answer]),
    problems: problemsOf([answer], runs.length > 0),
  };
}

function objectsOf(
  reads: readonly (StampedRead & { readonly plural: string })[],
  plural: string,
): readonly unknown[] {
  return reads.find(each => each.plural === plural)?.objects ?? [];
}

/** A Runnable may stamp either kind: the one that it does not is not missed, whether it can be read or not. */
function problemsOf(
  reads: readonly StampedRead[],
  found: boolean,
): readonly Problem[] {
  const problems = reads.flatMap(({ problem }) => problem ?? []);
  const said = found
    ? problems.filter(each => each.because === 'unreachable')
    : problems;
  const absent = said.filter(each => each.because === 'absent');
  return absent.length === reads.length
    ? said
    : said.filter(each => each.because !== 'absent');
}

function shown(
  runs: readonly StageRunView[],
  reads: readonly StampedRead[],
): Pick<RunsBehind, 'runs'> {
  if (runs.length === 0) return {};
  const list = [...runs].sort(newestFirst);
  return {
    runs: present({
      list: list.slice(0, SHOWN),
      // Cartographer reads outputs from the newest one that succeeded (pkg/realizer, immutable lifecycle).
      current: list.find(each => each.phase === 'succeeded')?.name,
      cut: list.length > SHOWN || reads.some(each => each.cut === true),
    }),
  };
}

function newestFirst(a: StageRunView, b: StageRunView): number {
  const [first = '', second = ''] = [a.createdAt, b.createdAt];
  if (first !== second) return first < second ? 1 : -1;
  return a.name < b.name ? -1 : 1;
}
