import { advance } from '../controllers/advance.ts';
import { buildImage } from '../controllers/buildImage.ts';
import type { BuildOrder } from '../controllers/buildImage.ts';
import { KIND } from '../controllers/kinds.ts';
import type { Scene } from '../controllers/Scene.ts';
import { StageFlow } from '../controllers/StageFlow.ts';
import { stagesOf } from '../controllers/stagesOf.ts';
import { stepImage } from '../controllers/stepImage.ts';
import { Substitution } from '../play/Substitution.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { deliver } from './deliver.ts';

/** Builds an Image anew; where a Workload's chain stamped it, the result goes on through that chain. */
export async function deliverImage(
  scene: Scene,
  image: KubeObject,
  order: BuildOrder,
): Promise<void> {
  const { namespace, name, ownerReferences = [] } = image.metadata;
  const owner = ownerReferences.find(ref => ref.kind === 'Workload');
  const workload =
    owner?.name && scene.build.get(KIND.workload, namespace, owner.name);
  const stage =
    workload &&
    stagesOf(workload).find(
      s =>
        s.stamped?.resource === `${KIND.image.plural}.${KIND.image.group}` &&
        s.stamped.name === name,
    );
  if (!workload || !stage) {
    await buildImage(scene, order);
    return;
  }
  const flow = new StageFlow({
    ...{ scene, state: scene.build, swap: new Substitution([]) },
    owner: { resource: KIND.workload, object: workload },
    outcome: order.outcome,
  });
  if (!(await stepImage(flow, stage, order))) return;
  if (flow.swap.pairs.size === 0) return;
  if (await advance(flow, stage.name)) await deliver(flow);
}
