import {
  assertNever,
  type StagePhase,
  type StageRunsView,
  type StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { cutText } from '../../model/objects/cutText';
import type { RealizedResource } from '../../model/objects/OwnerStatus';
import { present } from '../../model/objects/present';
import { failureOwner } from '../../model/stages/failureOwner';
import { shortOutput } from '../../model/stages/shortOutput';

/** An output in its short form, and the name of the run that made it: names are at most 253 long. */
const SERVED_MAX = 400;

/**
 * The phase of a stage once its runs are known (DESIGN 4.2): the newest of them tells more than the conditions, which speak of
 * the run before it for a while, and where a template has no rule for health for ever. What keeps a stage from stamping at
 * all outranks every run that it once had.
 */
export function phaseByRuns(
  phase: StagePhase,
  runs: StageRunsView | undefined,
  stage: RealizedResource,
): StagePhase {
  const newest = runs?.list[0];
  if (!newest) return phase;
  switch (phase.kind) {
    case 'ready':
    case 'running':
    case 'failed':
      return byNewest(phase, newest, runs.current, stage);
    case 'skipped':
    case 'waiting':
    case 'misconfigured':
    case 'planned':
    case 'unknown':
      return phase;
    default:
      return assertNever(phase);
  }
}

function byNewest(
  phase: StagePhase,
  newest: StageRunView,
  current: string | undefined,
  stage: RealizedResource,
): StagePhase {
  switch (newest.phase) {
    case 'pending':
    case 'running':
      return goingOn(newest);
    case 'failed':
    case 'cancelled':
      return present({
        kind: 'failed' as const,
        says: phase.kind === 'failed' ? phase.says : sentence(newest),
        owner: failureOwner(stage),
        stillServing: served(stage, current),
      });
    case 'succeeded':
    case 'unknown':
      return phase;
    default:
      return assertNever(newest.phase);
  }
}

function goingOn(run: StageRunView): StagePhase {
  const step = run.tasks
    .flatMap(task => task.steps)
    .find(each => each.state === 'running');
  return present({
    kind: 'running' as const,
    says:
      run.phase === 'pending'
        ? `run ${run.name} waits to start`
        : `run ${run.name}`,
    step: step?.name,
    since: step?.startedAt ?? run.startedAt ?? run.createdAt,
  });
}

function sentence({ name, phase, says }: StageRunView): string {
  const did = phase === 'cancelled' ? 'was cancelled' : 'failed';
  return says ? `run ${name} ${did}: ${says}` : `run ${name} ${did}`;
}

/** What later stages go on with, and which run made it: the newest that succeeded. */
function served(
  stage: RealizedResource,
  current: string | undefined,
): string | undefined {
  if (stage.outputs.length === 0) return undefined;
  const output = shortOutput(stage);
  return cutText(
    current === undefined ? output : `${output} from run ${current}`,
    SERVED_MAX,
  );
}
