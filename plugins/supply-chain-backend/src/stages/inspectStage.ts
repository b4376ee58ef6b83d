import type {
  Problem,
  StageDetailView,
  StageRunsView,
  StageView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Fields } from '../model/objects/Fields';
import type { ObjectMeta } from '../model/objects/ObjectMeta';
import type {
  RealizedResource,
  RealizedStampedRef,
} from '../model/objects/OwnerStatus';
import { present } from '../model/objects/present';
import { readConditions } from '../model/objects/readConditions';
import type { WorkloadObject } from '../model/objects/WorkloadObject';
import { conditionView } from '../model/stages/conditionView';
import { stageFact } from '../model/stages/stageFact';
import type { Surroundings } from '../model/Surroundings';
import type { ValuesShown } from '../model/ValuesShown';
import { eventsOf, type About } from './eventsOf';
import { fullOutputs } from './fullOutputs';
import { isOwnedBy } from './isOwnedBy';
import { anyObject } from './kinds/anyObject';
import { metaOf } from './metaOf';
import { resourceOf } from './resourceOf';
import { phaseByRuns } from './runs/phaseByRuns';
import { runsBehind, type ReadMore } from './runs/runsBehind';
import type { StageFindings, StageInspector } from './StageInspector';

/** Runs of which events are read: the newest tells what is wrong now, the one before it what was. */
const RUNS_WITH_EVENTS = 2;

/** Adds to what every stage has what its object tells: facts by its kind, its runs, events, and its outputs in full. */
export function inspectStage(
  detail: StageDetailView,
  workload: WorkloadObject,
  around: Surroundings,
  values: ValuesShown,
  inspectors: readonly StageInspector[],
): StageDetailView {
  const stage = workload.status.resources.find(
    each => each.name === detail.stage.name,
  );
  if (!stage) return detail;
  const found = read(stage, workload, around, values, inspectors);
  const { raw, problems, ...more } = found;
  return present({
    ...detail,
    ...more,
    stage: withPhase(
      {
        ...detail.stage,
        outputs: fullOutputs(stage, raw, values, around.sha256),
      },
      stage,
      found.runs,
    ),
    problems: unique([...detail.problems, ...problems]),
  });
}

/** The card's fact goes with the phase: what a stage hands on is told as it was where the phase stays. */
function withPhase(
  view: StageView,
  stage: RealizedResource,
  runs: StageRunsView | undefined,
): StageView {
  const phase = phaseByRuns(view.phase, runs, stage);
  return phase === view.phase
    ? view
    : present({
        ...view,
        phase,
        fact: stageFact(stage, phase, view.outputs, undefined),
      });
}

type Found = Pick<
  StageDetailView,
  'facts' | 'runs' | 'events' | 'object' | 'objectConditions' | 'gone'
> & { readonly raw?: unknown; readonly problems: readonly Problem[] };

function read(
  stage: RealizedResource,
  workload: WorkloadObject,
  around: Surroundings,
  values: ValuesShown,
  inspectors: readonly StageInspector[],
): Found {
  const ref = stage.stampedRef;
  const look = around.stamped?.bind(around);
  if (!ref || !look) return { problems: [] };
  const { cluster } = around;
  const namespace = ref.namespace ?? workload.meta.namespace;
  const more: ReadMore = query => look({ ...query, cluster, namespace });
  const resource = resourceOf(ref);
  const object = {
    ref: { cluster, namespace, name: ref.name },
    resource: resource.group
      ? `${resource.plural}.${resource.group}`
      : resource.plural,
  };
  const answer = more({ resource, name: ref.name });
  const meta = metaOf(answer.objects[0]);
  // Another object that has the name by now is nobody's business here.
  const isOwn =
    meta !== undefined && isOwnedBy(meta, { kind: 'Workload', ...workload });
  const raw = isOwn ? answer.objects[0] : undefined;
  const isGone = raw === undefined && answer.problem === undefined;
  const { runs, problems } = runsBehind(
    stage,
    workload,
    isOwn ? meta : undefined,
    more,
  );
  const findings: StageFindings =
    raw === undefined
      ? {}
      : inspect(ref, inspectors, {
          ...{ stage, workload, cluster, namespace, values, raw },
          object: new Fields(raw),
          runs: runs?.list ?? [],
          read: more,
          sha256: around.sha256,
        });
  const about = isOwn ? aboutOf(ref, meta, runs?.list ?? []) : [];
  const told = eventsOf(about, more);
  const conditions = readConditions(new Fields(raw).object('status'));
  return present({
    raw,
    object: isGone ? undefined : object,
    gone: isGone ? (true as const) : undefined,
    facts: findings.facts,
    runs,
    events: isOwn ? told.events : undefined,
    objectConditions:
      conditions.length > 0 ? conditions.map(conditionView) : undefined,
    problems: [
      ...(answer.problem ? [answer.problem] : []),
      ...problems,
      ...(findings.problems ?? []),
      ...told.problems,
    ],
  });
}

function inspect(
  ref: RealizedStampedRef,
  inspectors: readonly StageInspector[],
  it: Parameters<StageInspector['inspect']>[0],
): StageFindings {
  const { group } = resourceOf(ref);
  const known = inspectors.find(
    each => each.group === group && each.kind === ref.kind,
  );
  // A known kind that has nothing of its own to say still has its plain values.
  const findings = known?.inspect(it) ?? {};
  return findings.facts || it.runs.length > 0
    ? findings
    : { ...anyObject(it), ...present({ problems: findings.problems }) };
}

function aboutOf(
  { kind, name }: RealizedStampedRef,
  { uid }: ObjectMeta,
  runs: readonly { readonly kind: string; readonly name: string }[],
): readonly About[] {
  return [
    { kind, name, uid },
    ...runs
      .filter(run => run.name !== name)
      .slice(0, RUNS_WITH_EVENTS)
      .map(run => ({ kind: run.kind, name: run.name })),
  ];
}

function unique(problems: readonly Problem[]): Problem[] {
  return [
    ...new Map(problems.map(each => [JSON.stringify(each), each])).values(),
  ];
}
