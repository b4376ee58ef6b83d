import { advance } from '../controllers/advance.ts';
import { commitSource } from '../controllers/commitSource.ts';
import { KIND } from '../controllers/kinds.ts';
import { outputOf } from '../controllers/outputOf.ts';
import { StageFlow } from '../controllers/StageFlow.ts';
import { stagesOf } from '../controllers/stagesOf.ts';
import { parseKindName } from '../recording/parseKindName.ts';
import { failDeployment } from './failDeployment.ts';
import { replaceRevisions } from './replaceRevisions.ts';

/** Flux looks at the GitOps repository once a minute; the recorded ones came after about this long, ms. */
const POLL_MS = 9_000;

/**
 * What a finished supply chain wrote reaches the run cluster: a commit in the GitOps repository of
 * the Deliverable of the same name. Not so where the chain only opened a pull request: that waits
 * for somebody to merge it.
 */
export async function deliver(
  chain: StageFlow,
  outcome: StageFlow['outcome'] = 'succeeded',
): Promise<void> {
  const { scene, owner } = chain;
  const { namespace, name } = owner.object.metadata;
  const deliverable = scene.run.get(KIND.deliverable, namespace, name);
  if (!deliverable || opensPullRequest(chain)) return;
  const flow = new StageFlow({
    ...{ scene, state: scene.run, swap: chain.swap, outcome },
    owner: { resource: KIND.deliverable, object: deliverable },
  });
  const source = stagesOf(deliverable).find(
    stage => stage.inputs.length === 0 && stage.outputs.length > 0,
  );
  const object = source && flow.stamped(source);
  if (!source?.stamped || !object) return;
  await scene.tempo.wait(POLL_MS);
  flow.replace(
    await commitSource(
      scene,
      scene.run,
      parseKindName(source.stamped.resource),
      object,
      'bump configuration',
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
  if (outcome === 'failed') {
    await failDeployment(flow);
    return;
  }
  const deployed = replaceRevisions(scene, namespace ?? '', flow.swap);
  await advance(flow, source.name);
  await deployed;
}

function opensPullRequest(chain: StageFlow): boolean {
  const owner = chain.ownerObject;
  if (!owner) return false;
  return stagesOf(owner).some(stage => {
    const stamped = chain.stamped(stage);
    return (
      stamped?.kind === 'Runnable' &&
      /pull.?request|open-pr|and-pr/i.test(JSON.stringify(stamped.spec))
    );
  });
}
