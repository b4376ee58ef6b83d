import { at } from '../json/at.ts';
import { numberAt } from '../json/numberAt.ts';
import { put } from '../json/put.ts';
import { condition } from '../play/condition.ts';
import type { Condition } from '../play/condition.ts';
import type { RunScript } from '../play/RunScript.ts';
import { withCondition } from '../play/withCondition.ts';
import type { KindName } from '../recording/KindName.ts';
import type { ClusterState } from '../state/ClusterState.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { emitEvent } from './emitEvent.ts';
import { KIND } from './kinds.ts';
import { playAs } from './playAs.ts';
import { renewedOutput } from './renewedOutput.ts';
import { rfc3339 } from './rfc3339.ts';
import { runnableScript } from './runnableScript.ts';
import type { Scene } from './Scene.ts';

/** Cartographer's default (pkg/apis/v1alpha1/runnable.go). */
const KEPT_RUNS = 10;
const RUNNABLE_NAME = 'carto.run/runnable-name';

/** What Cartographer does about a Runnable with new inputs: stamps a run, follows it, takes its outputs, forgets old runs. */
export async function runRunnable(
  scene: Scene,
  state: ClusterState,
  { namespace, name }: KubeObject['metadata'],
  outcome: RunScript['outcome'],
): Promise<KubeObject | undefined> {
  const runnable = state.get(KIND.runnable, namespace, name);
  if (!runnable) return undefined;
  const script = runnableScript(scene.scripts, runnable, outcome);
  if (!script)
    throw new Error(
      `No recorded run that ${outcome} can be played for Runnable ${
        namespace ?? ''
      }/${name}`,
    );
  const inform = (says: Condition, change = (o: KubeObject) => o) => {
    const live = state.get(KIND.runnable, namespace, name);
    if (!live) return undefined;
    const now = rfc3339(scene.tempo.now());
    const ready = says.status === 'True' ? READY : says;
    return state.apply(
      KIND.runnable,
      withCondition(
        withCondition(change(live), 'StampedObjectCondition', says, now),
        'Ready',
        ready,
        now,
      ),
    );
  };
  let told = '';
  const final = await playAs(scene, state, {
    ...{ script, owner: runnable },
    labels: { [RUNNABLE_NAME]: name },
    onRoot: root => {
      const found = condition(root, 'Succeeded');
      if (told === '') {
        told = root.metadata.name;
        emitEvent(state, {
          about: runnable,
          reason: 'StampedObjectApplied',
          message: `Created object [${script.resource.plural}.${script.resource.group}/${told}]`,
          component: 'Runnable',
          now: scene.tempo.now(),
          unique: scene.random.hex(16),
        });
      }
      if (found?.status !== 'True' && found?.status !== 'False')
        inform({
          status: 'Unknown',
          reason: found ? 'SucceededCondition' : 'Unknown',
          message: found?.message ?? '',
        });
    },
  });
  if (!final) return undefined;
  const done = condition(final, 'Succeeded');
  const result = inform(
    {
      status: done?.status ?? 'Unknown',
      reason: 'SucceededCondition',
      message: done?.message ?? '',
    },
    live => withOutputs(live, final),
  );
  forgetOldRuns(state, runnable, script.resource);
  return result;
}

const READY: Condition = { status: 'True', reason: 'Ready', message: '' };

function withOutputs(runnable: KubeObject, final: KubeObject): KubeObject {
  const generation = runnable.metadata.generation ?? 1;
  const observed = put(runnable, ['status', 'observedGeneration'], generation);
  if (condition(final, 'Succeeded')?.status !== 'True') return observed;
  const outputs = at(runnable, 'status', 'outputs');
  if (typeof outputs !== 'object' || outputs === null) return observed;
  return put(
    observed,
    ['status', 'outputs'],
    Object.fromEntries(
      Object.entries(outputs).map(([name, value]: [string, unknown]) => [
        name,
        typeof value === 'string' ? renewedOutput(value, final) : value,
      ]),
    ),
  );
}

function forgetOldRuns(
  state: ClusterState,
  { metadata: { namespace, name }, spec }: KubeObject,
  resource: KindName,
): void {
  const runs = state
    .list(resource, namespace ? { namespace } : {})
    .items.filter(run => run.metadata.labels?.[RUNNABLE_NAME] === name)
    .sort((a, b) => created(a) - created(b));
  for (const [status, field] of [
    ['True', 'maxSuccessfulRuns'],
    ['False', 'maxFailedRuns'],
  ] as const) {
    const kept = numberAt(spec, 'retentionPolicy', field) || KEPT_RUNS;
    const ended = runs.filter(
      run => condition(run, 'Succeeded')?.status === status,
    );
    for (const run of ended.slice(0, Math.max(0, ended.length - kept)))
      state.remove(resource, namespace, run.metadata.name);
  }
}

function created({ metadata }: KubeObject): number {
  return Date.parse(metadata.creationTimestamp ?? '') || 0;
}
