import { at } from '../json/at.ts';
import { condition } from '../play/condition.ts';
import { outputOf } from './outputOf.ts';
import { runRunnable } from './runRunnable.ts';
import type { Stage } from './Stage.ts';
import type { StageFlow } from './StageFlow.ts';

/** A stage that a Runnable works on: tests, a Dockerfile build, the config writer. False when its run failed. */
export async function stepRunnable(
  flow: StageFlow,
  stage: Stage,
): Promise<boolean> {
  const runnable = flow.stamped(stage);
  if (!runnable) return false;
  const patched = flow.patch(stage, {
    ...runnable,
    spec: flow.swap.value(runnable.spec),
  });
  const running = runRunnable(
    flow.scene,
    flow.state,
    patched.metadata,
    flow.outcome,
  );
  const started = flow.notice().then(() => {
    const live = flow.stamped(stage);
    if (live) flow.report(stage, live);
  });
  const [done] = await Promise.all([running, started]);
  await flow.notice();
  if (!done) return false;
  const pairs = outputPairs(runnable, done);
  flow.replace(pairs);
  const outputs = stage.outputs.map(output => {
    const yaml = flow.swap.text(output.preview);
    return yaml === output.preview ? output : outputOf(output.name, yaml);
  });
  const succeeded = condition(done, 'Ready')?.status === 'True';
  const renewed = outputs.some((o, i) => o !== stage.outputs[i]);
  flow.report(stage, done, succeeded && renewed ? { outputs } : {});
  return succeeded;
}

/** Which outputs of the Runnable are others now. */
function outputPairs(before: unknown, after: unknown): [string, string][] {
  const old = at(before, 'status', 'outputs');
  const next = at(after, 'status', 'outputs');
  if (typeof old !== 'object' || old === null) return [];
  return Object.entries(old).flatMap(
    ([name, value]: [string, unknown]): [string, string][] => {
      const now = at(next, name);
      if (typeof value !== 'string' || typeof now !== 'string') return [];
      return [[value, now], ...digests(value, now)];
    },
  );
}

const DIGEST = /sha256:[0-9a-f]{64}/;

function digests(old: string, now: string): [string, string][] {
  const from = old.match(DIGEST)?.[0];
  const to = now.match(DIGEST)?.[0];
  return from && to ? [[from, to]] : [];
}
