import { isKappStage } from '../controllers/isKappStage.ts';
import { kappStatus } from '../controllers/kappStatus.ts';
import { stagesOf } from '../controllers/stagesOf.ts';
import type { StageFlow } from '../controllers/StageFlow.ts';
import { condition } from '../play/condition.ts';
import { listAt } from '../json/listAt.ts';
import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import { parseKindName } from '../recording/parseKindName.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { moveInstants } from '../instants/moveInstants.ts';
import { replaceRevisions } from './replaceRevisions.ts';
import { serviceRevision } from './serviceRevision.ts';
import { timeShift } from '../instants/timeShift.ts';

/** As in the recorded failure: Knative asks the image's registry for its digest before anything else. */
const WHY = (image: string) =>
  `Unable to fetch image "${image}": failed to resolve image to digest.`;

/**
 * kapp applies what was committed, and what it waits for never comes up: the Service says so, the App says it again, the
 * Deliverable copies it. What was deployed before goes on serving, and stays the output.
 */
export async function failDeployment(flow: StageFlow): Promise<void> {
  const { scene, state, swap, owner } = flow;
  const { namespace = '' } = owner.object.metadata;
  const deliverable = flow.ownerObject;
  const stage = deliverable && stagesOf(deliverable).find(isKappStage);
  const before = stage && flow.stamped(stage);
  if (!stage?.stamped || !before) return;
  const resource = parseKindName(stage.stamped.resource);
  const patched = flow.patch(stage, {
    ...before,
    spec: swap.value(before.spec),
  });
  const working = state.apply(
    resource,
    put(
      patched,
      ['status', 'conditions'],
      [{ type: 'Reconciling', status: 'True' }],
    ),
  );
  await flow.notice();
  flow.report(stage, working);

  const [service] = await replaceRevisions(
    scene,
    namespace,
    swap,
    (each, now) => serviceRevision.failed(each, WHY(imageOf(each)), now),
  );
  const live = flow.stamped(stage);
  if (!live) return;
  const now = scene.tempo.now();
  const verdict = service && condition(service, 'Ready');
  const failed = kappStatus(
    live,
    verdict
      ? `Ready condition is False: ${verdict.message}`
      : 'Deployment is not progressing: ProgressDeadlineExceeded',
  );
  const ended = Date.parse(textAt(live, 'status', 'deploy', 'updatedAt') ?? '');
  const dated = Number.isNaN(ended)
    ? failed
    : { ...failed, status: moveInstants(failed.status, timeShift(ended, now)) };
  const settled = state.apply(
    resource,
    put(dated, ['status', 'observedGeneration'], live.metadata.generation),
  );
  await flow.notice();
  flow.report(stage, settled);
}

/** The repository of the image that a Service wants to run. */
function imageOf(service: KubeObject): string {
  const [container] = listAt(service, 'spec', 'template', 'spec', 'containers');
  return (textAt(container, 'image') ?? '').replace(/@sha256:[0-9a-f]+$/, '');
}
