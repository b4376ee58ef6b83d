import { at } from '../json/at.ts';
import { listAt } from '../json/listAt.ts';
import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import { parseKindName } from '../recording/parseKindName.ts';
import { withCondition } from '../play/withCondition.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { renewOutputs } from './renewOutputs.ts';
import { rfc3339 } from './rfc3339.ts';
import type { Stage } from './Stage.ts';
import type { StageFlow } from './StageFlow.ts';

/** As recorded: what a controller without pods takes for an object, ms (PodIntent 2,400, scans 8,000, App 12,000). */
const WORK_MS = 2_000;

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
    await flow.scene.tempo.wait(WORK_MS);
    const now = flow.stamped(stage);
    if (!now) return false;
    const observed = at(status, 'observedGeneration');
    const settled = { ...now, status: flow.swap.value(status) };
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
  const outputs = renewOutputs(stage.outputs, before, flow.swap);
  const renewed = outputs.some((o, i) => o !== stage.outputs[i]);
  flow.report(stage, done, renewed ? { outputs } : {});
  return true;
}

/** Its verdict while its controller is at work; undefined for an object without one. */
function unsettled(object: KubeObject, now: string): KubeObject | undefined {
  const types = listAt(object, 'status', 'conditions').map(c =>
    textAt(c, 'type'),
  );
  // kapp-controller shows one condition at a time.
  if (types.includes('ReconcileSucceeded'))
    return put(
      object,
      ['status', 'conditions'],
      [{ type: 'Reconciling', status: 'True' }],
    );
  const verdict = ['Ready', 'Succeeded'].find(type => types.includes(type));
  if (verdict === undefined) return undefined;
  return withCondition(
    object,
    verdict,
    { status: 'Unknown', reason: 'Reconciling', message: '' },
    now,
  );
}
