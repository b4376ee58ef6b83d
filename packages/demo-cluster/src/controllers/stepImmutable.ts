import { parseKindName } from '../recording/parseKindName.ts';
import { condition } from '../play/condition.ts';
import { leafPairs } from '../play/leafPairs.ts';
import { producedDigests } from '../play/producedDigests.ts';
import { outputOf } from './outputOf.ts';
import { playAs } from './playAs.ts';
import { producedImage } from './producedImage.ts';
import { stageScript } from './stageScript.ts';
import type { Stage } from './Stage.ts';
import type { StageFlow } from './StageFlow.ts';

const DIGEST = /sha256:[0-9a-f]{64}/;

/** A stage whose template stamps another object every time: a TaskRun that builds a Dockerfile, a scan. False when it failed. */
export async function stepImmutable(
  flow: StageFlow,
  stage: Stage,
): Promise<boolean> {
  const former = flow.stamped(stage);
  const owner = flow.ownerObject;
  if (!former || !owner || !stage.stamped) return false;
  const { resource } = stage.stamped;
  const script = stageScript(
    flow.scene.scripts,
    resource,
    former,
    flow.outcome,
  );
  if (!script)
    throw new Error(
      `No recorded run that ${flow.outcome} can be played for stage ${
        stage.name
      } of ${owner.metadata.namespace ?? ''}/${owner.metadata.name}`,
    );
  let told = false;
  const final = await playAs(flow.scene, flow.state, {
    ...{ script, owner },
    asked: leafPairs(script.root.spec, flow.swap.value(former.spec)),
    labels: former.metadata.labels ?? {},
    onRoot: root => {
      if (told) return;
      told = true;
      const stamped = { ...root, resourceName: resource };
      flow.emit(
        'StampedObjectApplied',
        `Created object [${resource}/${root.metadata.name}]`,
      );
      flow.report(stage, root, { stamped });
    },
  });
  await flow.notice();
  const live =
    final &&
    flow.state.get(
      parseKindName(resource),
      final.metadata.namespace,
      final.metadata.name,
    );
  if (!live) return false;
  const succeeded = condition(live, 'Succeeded')?.status === 'True';
  const image = producedImage(live);
  const made = image?.match(DIGEST)?.[0] ?? producedDigests(live)[0];
  const outputs = stage.outputs.map(output => {
    const old = output.preview.match(DIGEST)?.[0];
    if (old && made && output.name === 'image') flow.replace([[old, made]]);
    return outputOf(output.name, flow.swap.text(output.preview));
  });
  if (outputs.length === 0 && image !== undefined && succeeded)
    outputs.push(outputOf('image', `${image}\n`));
  flow.report(stage, live, succeeded && outputs.length ? { outputs } : {});
  return succeeded;
}
