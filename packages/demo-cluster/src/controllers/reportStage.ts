import { listAt } from '../json/listAt.ts';
import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import type { Condition } from '../play/condition.ts';
import { withCondition } from '../play/withCondition.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { Stage } from './Stage.ts';

export interface StageReport {
  readonly stage: string;
  readonly healthy: Condition;
  /** Of a deployment that is not complete: then it is told in the plural. */
  readonly submitted?: Condition;
  /** New ones; without, those that were there stay. */
  readonly outputs?: Stage['outputs'];
  /** What was stamped, when it is another object than before. */
  readonly stamped?: KubeObject & { readonly resourceName: string };
  readonly template?: Stage['template'];
}

/** Writes into an owner's status what became of one stage, and what that means for the whole (pkg/conditions of Cartographer). */
export function reportStage(
  owner: KubeObject,
  report: StageReport,
  now: string,
): KubeObject {
  const stages = listAt(owner, 'status', 'resources').map(stage =>
    textAt(stage, 'name') === report.stage ? renew(stage, report, now) : stage,
  );
  return summarize(put(owner, ['status', 'resources'], stages), now);
}

function renew(stage: unknown, report: StageReport, now: string): unknown {
  const { healthy, outputs, stamped, template, submitted } = report;
  const before = listAt(stage, 'outputs');
  const written = {
    ...(typeof stage === 'object' ? stage : undefined),
    ...(outputs && {
      outputs: outputs.map(output => {
        const old = before.find(o => textAt(o, 'name') === output.name);
        const same = textAt(old, 'digest') === output.digest;
        return same ? old : { ...output, lastTransitionTime: now };
      }),
    }),
    ...(stamped && {
      stampedRef: {
        apiVersion: stamped.apiVersion,
        kind: stamped.kind,
        name: stamped.metadata.name,
        namespace: stamped.metadata.namespace,
        resource: stamped.resourceName,
      },
    }),
    ...(template && {
      templateRef: { apiVersion: 'carto.run/v1alpha1', ...template },
    }),
  };
  const name = submitted ? 'ResourcesSubmitted' : 'ResourceSubmitted';
  // A stage has its conditions where an object has those of its status.
  const carrier: KubeObject = {
    metadata: { name: report.stage },
    status: {
      conditions: listAt(stage, 'conditions').map(each =>
        isSubmission(each) ? { ...Object(each), type: name } : each,
      ),
    },
  };
  const conditions = [
    [name, submitted ?? SUBMITTED],
    ['Healthy', healthy],
    ['Ready', readiness([submitted ?? SUBMITTED, healthy])],
  ] as const;
  const done = conditions.reduce(
    (object, [type, next]) => withCondition(object, type, next, now),
    carrier,
  );
  return { ...written, conditions: listAt(done, 'status', 'conditions') };
}

const SUBMITTED: Condition = {
  status: 'True',
  reason: 'ResourceSubmissionComplete',
  message: '',
};

function summarize(owner: KubeObject, now: string): KubeObject {
  const stages = listAt(owner, 'status', 'resources');
  const submitted = worst(stages, isSubmission) ?? SUBMITTED;
  const health = worst(stages, each => textAt(each, 'type') === 'Healthy');
  const healthy: Condition = health
    ? { ...health, reason: 'HealthyConditionRule' }
    : { status: 'True', reason: 'HealthyConditionRule', message: '' };
  return (
    [
      ['ResourcesSubmitted', submitted],
      ['ResourcesHealthy', healthy],
      ['Ready', readiness([submitted, healthy])],
    ] as const
  ).reduce(
    (object, [type, next]) => withCondition(object, type, next, now),
    owner,
  );
}

/** The first False one, else the first Unknown one; undefined when all are True. */
function worst(
  stages: readonly unknown[],
  isIt: (condition: unknown) => boolean,
): Condition | undefined {
  const found = stages.flatMap(stage =>
    listAt(stage, 'conditions')
      .filter(isIt)
      .map(c => ({
        status: textAt(c, 'status') ?? 'Unknown',
        reason: textAt(c, 'reason') ?? '',
        message: textAt(c, 'message') ?? '',
      })),
  );
  return (
    found.find(c => c.status === 'False') ??
    found.find(c => c.status !== 'True')
  );
}

/** In the singular; in the plural of a deployment that is not complete. */
function isSubmission(condition: unknown): boolean {
  return /^Resources?Submitted$/.test(textAt(condition, 'type') ?? '');
}

/** A False one, the health before the rest; else the first Unknown one. */
function readiness(conditions: readonly Condition[]): Condition {
  return (
    conditions.findLast(each => each.status === 'False') ??
    conditions.find(each => each.status !== 'True') ?? {
      ...{ status: 'True', reason: 'Ready', message: '' },
    }
  );
}
