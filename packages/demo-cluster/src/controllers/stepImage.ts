import { textAt } from '../json/textAt.ts';
import { condition } from '../play/condition.ts';
import { buildImage } from './buildImage.ts';
import type { BuildOrder } from './buildImage.ts';
import { KIND } from './kinds.ts';
import { outputOf } from './outputOf.ts';
import type { Stage } from './Stage.ts';
import type { StageFlow } from './StageFlow.ts';

const DIGEST = /sha256:[0-9a-f]{64}/;

/** The stage whose image kpack builds. False when the build failed. */
export async function stepImage(
  flow: StageFlow,
  stage: Stage,
  order: Partial<BuildOrder> = {},
): Promise<boolean> {
  const { state, scene } = flow;
  const image = flow.stamped(stage);
  if (!image) return false;
  const { namespace = '', name } = image.metadata;
  const before = textAt(image, 'status', 'latestImage');
  const asked = flow.swap.value(image.spec);
  if (JSON.stringify(asked) !== JSON.stringify(image.spec))
    flow.patch(stage, { ...image, spec: asked });
  let told = '';
  const final = await buildImage(scene, {
    ...{ namespace, name, outcome: flow.outcome, stretch: flow.stretch },
    ...order,
    onImage: live => {
      const status = condition(live, 'Ready')?.status ?? '';
      if (status === told || status !== 'Unknown') return;
      told = status;
      flow.report(stage, live);
    },
  });
  await flow.notice();
  const built = state.get(KIND.image, namespace, name);
  if (!built) return false;
  const latest = textAt(built, 'status', 'latestImage');
  const failed = final && condition(final, 'Succeeded')?.status !== 'True';
  if (failed || latest === undefined) {
    flow.report(stage, built);
    return false;
  }
  const old = before?.match(DIGEST)?.[0];
  const made = latest.match(DIGEST)?.[0];
  if (old && made) flow.replace([[old, made]]);
  const yaml = `${latest}\n`;
  flow.report(stage, built, { outputs: [outputOf('image', yaml)] });
  return true;
}
