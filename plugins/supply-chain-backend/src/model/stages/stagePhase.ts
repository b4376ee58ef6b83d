import {
  assertNever,
  type BuildPhase,
  type StagePhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Condition } from '../objects/Condition';
import { cutText } from '../objects/cutText';
import type { RealizedResource } from '../objects/OwnerStatus';
import { present } from '../objects/present';
import { plainMessage } from '../words/plainMessage';
import type { ImageBehind } from './imageBehind';
import { saysNothing } from '../words/saysNothing';
import { deployFailureOwner } from './deployFailureOwner';
import { failureOwner } from './failureOwner';
import { isPassThrough } from './isPassThrough';
import { isUnstamped } from './isUnstamped';
import { shortOutput } from './shortOutput';
import { submissionProblem } from './submissionProblem';
import { waitsFor, type StagesByName } from './waitsFor';

/** An output in its short form: a tag is at most 128 long. */
const SHORT_MAX = 128;

/** Cartographer calls it a TemplateStampFailure for the seconds until kapp or another first writes a status. */
const NOT_TAKEN_UP =
  /cannot satisfy observedCompletion without observedGeneration/;

export type StageContext = {
  /** All stages of the same owner, this one included. */
  readonly stages: StagesByName;
  readonly behind?: ImageBehind;
  /** The workload names its service account itself. */
  readonly namesAccount: boolean;
  /** A stage of a delivery, not of a supply chain. */
  readonly delivers?: boolean;
};

/**
 * Rules top down, the first that holds wins (DESIGN 4.2).
 * An upstream without output outranks every condition of the stage itself: Cartographer reports such a stage as
 * False/TemplateStampFailure, which is waiting, not failing. The newest build behind a stage outranks its health,
 * because Cartographer hears of a build seconds later, and a template without a health rule never.
 */
export function stagePhase(
  stage: RealizedResource,
  context: StageContext,
): StagePhase {
  if (isPassThrough(stage))
    return present({
      kind: 'skipped' as const,
      servedBy: servedBy(stage, context.stages),
    });

  const upstream =
    stage.stampedRef && !isUnstamped(stage)
      ? undefined
      : waitsFor(stage, context.stages);
  if (upstream) return { kind: 'waiting', for: upstream };

  const healthy = find(stage, 'Healthy');
  // Deliveries write the plural on their deployers.
  const submitted =
    find(stage, 'ResourceSubmitted') ?? find(stage, 'ResourcesSubmitted');
  if (submitted?.status === 'False') {
    // Which condition came true says less than the object itself, where its template has a health rule.
    if (submitted.reason === 'FailedConditionMet')
      return failed(
        stage,
        context,
        (healthy?.status === 'False' && plainMessage(healthy.message)) ||
          plainMessage(submitted.message),
      );
    if (NOT_TAKEN_UP.test(submitted.message ?? ''))
      return present({
        kind: 'running' as const,
        says: 'its controller has not taken it up yet',
        since: submitted.at,
      });
    return {
      kind: 'misconfigured',
      ...submissionProblem(submitted, context.namesAccount),
    };
  }
  // A healthy object without the value that its template reads: nothing but a change of the template helps.
  if (submitted?.reason === 'MissingValueAtPath' && healthy?.status === 'True')
    return {
      kind: 'misconfigured',
      ...submissionProblem(submitted, context.namesAccount),
    };

  const byBuild =
    context.behind && phaseOfImage(stage, context, context.behind);
  if (byBuild) return byBuild;

  if (healthy?.status === 'False')
    return isOldNews(healthy, context.behind)
      ? running(healthy)
      : failed(stage, context, plainMessage(healthy.message));
  if (!stage.stampedRef && stage.outputs.length === 0)
    return {
      kind: 'unknown',
      says: 'Cartographer has not said anything about this stage yet',
    };
  if (healthy && healthy.status !== 'True') return running(healthy);
  if (submitted && submitted.status !== 'True') return running(submitted);
  return { kind: 'ready' };
}

/** What the newest build says of the stage; undefined when it has succeeded, or there is none. */
function phaseOfImage(
  stage: RealizedResource,
  context: StageContext,
  { image, newest, phase }: ImageBehind,
): StagePhase | undefined {
  const ready = image.conditions.find(each => each.type === 'Ready');
  if (ready?.status === 'False' && ready.reason?.startsWith('BuilderNot'))
    return {
      kind: 'misconfigured',
      says: plainMessage(ready.message) || 'its builder is not ready',
      owner: 'platform',
    };
  if (!newest || !phase) return ready && phaseOfReady(stage, context, ready);
  const name =
    newest.number === undefined ? newest.meta.name : `build ${newest.number}`;
  switch (phase.kind) {
    case 'queued':
      return present({
        kind: 'running' as const,
        says: `${name} ${phase.says ?? 'is queued'}`,
        since: newest.meta.createdAt,
      });
    case 'running':
      return present({
        kind: 'running' as const,
        says: name,
        step: phase.step,
        since: phase.since,
      });
    case 'finishing':
      return { kind: 'running', says: `${name} is finishing` };
    case 'stuck':
      return failed(stage, context, `${name} is stuck: ${phase.says}`, phase);
    case 'failed':
      return failed(stage, context, phase.says, phase);
    case 'rejected':
      return failed(
        stage,
        context,
        `kpack refused ${name}: ${phase.says}`,
        phase,
      );
    case 'succeeded':
    case 'unknown':
      return undefined;
    default:
      return assertNever(phase);
  }
}

/** No build is known, or none may be read: what the Image says of itself stands alone. */
function phaseOfReady(
  stage: RealizedResource,
  context: StageContext,
  ready: Condition,
): StagePhase | undefined {
  if (ready.status === 'True') return undefined;
  return ready.status === 'False'
    ? failed(stage, context, plainMessage(ready.message))
    : running(ready);
}

function failed(
  stage: RealizedResource,
  { behind, delivers }: StageContext,
  says: string,
  build?: BuildPhase,
): StagePhase {
  return present({
    kind: 'failed' as const,
    says:
      says ||
      `${
        stage.stampedRef?.kind ?? 'the object'
      } is not healthy and gives no reason`,
    owner: delivers ? deployFailureOwner(says) : failureOwner(stage, build),
    stillServing:
      stage.outputs.length > 0
        ? cutText(behind?.servingTag ?? shortOutput(stage), SHORT_MAX)
        : undefined,
  });
}

function running(condition: Condition): StagePhase {
  const says = plainMessage(condition.message);
  return present({
    kind: 'running' as const,
    says: saysNothing(says) ? undefined : says,
    since: condition.at,
  });
}

/** Cartographer still speaks of a build before the newest one, which has succeeded. */
function isOldNews(
  healthy: Condition,
  behind: ImageBehind | undefined,
): boolean {
  const named = /Build '([^']+)'/.exec(healthy.message ?? '')?.[1];
  return (
    named !== undefined &&
    behind?.phase?.kind === 'succeeded' &&
    behind.newest?.meta.name !== named
  );
}

function servedBy(
  stage: RealizedResource,
  stages: StagesByName,
  seen: ReadonlySet<string> = new Set(),
): string | undefined {
  const name = stage.inputs.find(each => stages.has(each) && !seen.has(each));
  const input = name === undefined ? undefined : stages.get(name);
  if (!input) return name;
  return isPassThrough(input)
    ? servedBy(input, stages, new Set([...seen, stage.name])) ?? name
    : name;
}

function find(stage: RealizedResource, type: string): Condition | undefined {
  return stage.conditions.find(each => each.type === type);
}
