import { advance } from '../controllers/advance.ts';
import { commitSource } from '../controllers/commitSource.ts';
import { outputOf } from '../controllers/outputOf.ts';
import { KIND } from '../controllers/kinds.ts';
import type { Scene } from '../controllers/Scene.ts';
import { StageFlow } from '../controllers/StageFlow.ts';
import { stagesOf } from '../controllers/stagesOf.ts';
import { Substitution } from '../play/Substitution.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { parseKindName } from '../recording/parseKindName.ts';
import { deliver } from './deliver.ts';
import type { PushOptions } from './PushOptions.ts';

/** A commit arrives at a Workload's source and goes through its supply chain and delivery. */
export async function pushWorkload(
  scene: Scene,
  { namespace, name }: KubeObject['metadata'],
  options: PushOptions,
): Promise<void> {
  const workload = scene.build.get(KIND.workload, namespace, name);
  if (!workload) return;
  const source = stagesOf(workload).find(
    stage => stage.inputs.length === 0 && stage.outputs.length > 0,
  );
  if (!source?.stamped)
    throw new Error(
      `Workload ${
        namespace ?? ''
      }/${name} has no source that a commit could reach: no stage without inputs has an output`,
    );
  const flow = new StageFlow({
    ...{ scene, state: scene.build, swap: new Substitution([]) },
    owner: { resource: KIND.workload, object: workload },
    outcome: options.outcome ?? 'succeeded',
    ...(options.stretch !== undefined && { stretch: options.stretch }),
  });
  const object = flow.stamped(source);
  if (!object)
    throw new Error(
      `The source ${source.stamped.name} of Workload ${
        namespace ?? ''
      }/${name} is gone`,
    );
  flow.replace(
    await commitSource(
      scene,
      scene.build,
      parseKindName(source.stamped.resource),
      object,
      options.message ?? 'Commit made in the demo',
    ),
  );
  await flow.notice();
  const renewed = flow.stamped(source);
  if (!renewed) return;
  flow.report(source, renewed, {
    outputs: source.outputs.map(output =>
      outputOf(output.name, flow.swap.text(output.preview)),
    ),
  });
  const ok = await advance(flow, source.name);
  if (ok) await deliver(flow, options.delivery);
}
