import { at } from '../json/at.ts';
import { listAt } from '../json/listAt.ts';
import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import { parseKindName } from '../recording/parseKindName.ts';
import { withCondition } from '../play/withCondition.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { isKappStage } from './isKappStage.ts';
import { kappStatus } from './kappStatus.ts';
import { renewOutputs } from './renewOutputs.ts';
import { moveInstants } from '../instants/moveInstants.ts';
import { timeShift } from '../instants/timeShift.ts';
import { rfc3339 } from './rfc3339.ts';
import type { Stage } from './Stage.ts';
import { stagesOf } from './stagesOf.ts';
import type { StageFlow } from './StageFlow.ts';

/** As recorded, ms: what a PodIntent's controller takes, what a scan takes, what kapp takes with its waiting for Knative. */
const WORK_MS = { Ready: 2_400, Succeeded: 8_000, ReconcileSucceeded: 12_000 };

/**
 * A stage whose object is changed in place: a ConfigMap, PodIntent, scan, App. Its controller is
 * played by the same replacement in its status, after a while in which it says Unknown.
 */
export async function stepMutable(
  flow: StageFlow,
  stage: Stage,
): Promise<boolean> {
  const before = flow.stamped(stage);
  if (!before || !stage.stamped) return false;
  const resource = parseKindName(stage.stamped.resource);
  const { status, ...content } = before;
  const changed = {
    ...flow.swap.value({ ...content, metadata: {} }),
    metadata: before.metadata,
  };
  const same =
    JSON.stringify(changed) ===
    JSON.stringify({ ...content, metadata: before.metadata });
  const patched = same
    ? before
    : flow.patch(stage, {
        ...changed,
        ...(status !== undefined && { status }),
      });
  if (status !== undefined && !same) {
    const working = unsettled(patched, rfc3339(flow.scene.tempo.now()));
    if (working) flow.state.apply(resource, working);
    await flow.notice();
    const live = flow.stamped(stage);
    if (working && live) flow.report(stage, live);
    await flow.scene.tempo.wait(WORK_MS[verdictOf(before) ?? 'Ready']);
    const now = flow.stamped(stage);
    if (!now) return false;
    const observed = at(status, 'observedGeneration');
    const ended = isKappStage(stage)
      ? kappStatus(before, undefined).status
      : status;
    const settled = {
      ...now,
      status: dated(flow.swap.value(ended), before, flow.scene.tempo.now()),
    };
    flow.state.apply(
      resource,
      observed === undefined
        ? settled
        : put(
            settled,
            ['status', 'observedGeneration'],
            now.metadata.generation,
          ),
    );
  } else await flow.notice();
  const done = flow.stamped(stage);
  if (!done) return false;
  const outputs = isKappStage(stage)
    ? inputsOf(flow, stage)
    : renewOutputs(stage.outputs, before, flow.swap);
  const renewed = outputs.some((o, i) => o !== stage.outputs[i]);
  flow.report(stage, done, renewed ? { outputs } : {});
  return true;
}

/** A deployment gives on what it was given, once it is complete. */
function inputsOf(flow: StageFlow, stage: Stage): Stage['outputs'] {
  const owner = flow.ownerObject;
  const input =
    owner && stagesOf(owner).find(s => stage.inputs.includes(s.name));
  return input?.outputs ?? stage.outputs;
}

/** kapp-controller dates each of its steps anew; others date only what changes. */
function dated(status: unknown, before: KubeObject, now: number): unknown {
  if (verdictOf(before) !== 'ReconcileSucceeded') return status;
  const last = textAt(status, 'deploy', 'updatedAt') ?? '';
  const ended = Date.parse(last);
  return Number.isNaN(ended)
    ? status
    : moveInstants(status, timeShift(ended, now));
}

type Verdict = keyof typeof WORK_MS;

function verdictOf(object: KubeObject): Verdict | undefined {
  const types = listAt(object, 'status', 'conditions').map(c =>
    textAt(c, 'type'),
  );
  // What kapp could not bring up with the commit before, it can with this one.
  if (types.includes('ReconcileFailed')) return 'ReconcileSucceeded';
  const verdicts: Verdict[] = ['ReconcileSucceeded', 'Ready', 'Succeeded'];
  return verdicts.find(type => types.includes(type));
}

/** As it is while its controller is at work; undefined for an object without a verdict. */
function unsettled(object: KubeObject, now: string): KubeObject | undefined {
  const verdict = verdictOf(object);
  if (verdict === undefined) return undefined;
  // kapp-controller shows one condition at a time.
  if (verdict === 'ReconcileSucceeded')
    return put(
      object,
      ['status', 'conditions'],
      [{ type: 'Reconciling', status: 'True' }],
    );
  return withCondition(
    object,
    verdict,
    { status: 'Unknown', reason: 'Reconciling', message: '' },
    now,
  );
}
