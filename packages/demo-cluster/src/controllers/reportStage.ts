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
  const { healthy, outputs, stamped, template } = report;
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
  // A stage has its conditions where an object has those of its status.
  const carrier: KubeObject = {
    metadata: { name: report.stage },
    status: { conditions: listAt(stage, 'conditions') },
  };
  const ready: Condition =
    healthy.status === 'True'
      ? { status: 'True', reason: 'Ready', message: '' }
      : healthy;
  const conditions = [
    ['ResourceSubmitted', SUBMITTED],
    ['Healthy', healthy],
    ['Ready', ready],
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
  const submitted = worst(stages, 'ResourceSubmitted') ?? SUBMITTED;
  const health = worst(stages, 'Healthy');
  const healthy: Condition = health
    ? { ...health, reason: 'HealthyConditionRule' }
    : { status: 'True', reason: 'HealthyConditionRule', message: '' };
  const bad = [submitted, healthy].find(c => c.status !== 'True');
  const ready = bad ?? { status: 'True', reason: 'Ready', message: '' };
  return (
    [
      ['ResourcesSubmitted', submitted],
      ['ResourcesHealthy', healthy],
      ['Ready', ready],
    ] as const
  ).reduce(
    (object, [type, next]) => withCondition(object, type, next, now),
    owner,
  );
}

/** The first False one, else the first Unknown one; undefined when all are True. */
function worst(
  stages: readonly unknown[],
  type: string,
): Condition | undefined {
  const found = stages.flatMap(stage =>
    listAt(stage, 'conditions')
      .filter(c => textAt(c, 'type') === type)
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
