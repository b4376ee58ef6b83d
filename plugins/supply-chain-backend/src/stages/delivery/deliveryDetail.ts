import type {
  DeliveryDetail,
  DeliveryStageView,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { DeliverableObject } from '../../model/objects/DeliverableObject';
import { Fields } from '../../model/objects/Fields';
import type { RealizedResource } from '../../model/objects/OwnerStatus';
import { present } from '../../model/objects/present';
import { outputValue } from '../../model/stages/outputValue';
import { stageView } from '../../model/stages/stageView';
import type { Surroundings } from '../../model/Surroundings';
import { gitRepository } from '../kinds/gitRepository';
import { imageRepository } from '../kinds/imageRepository';
import { isOwnedBy } from '../isOwnedBy';
import { metaOf } from '../metaOf';
import { resourceOf } from '../resourceOf';
import { deliveryState } from './deliveryState';
import { readAddresses } from './readAddresses';
import { readApp } from './readApp';
import { readDeployed } from './readDeployed';
import { readSource } from './readSource';

/** What the supply chain gave, to be held against what runs. */
export type Given = {
  readonly workload: string;
  readonly written?: string | undefined;
  readonly built?: string | undefined;
};

/** What one delivery is made of, on the cluster where its Deliverable was found. */
export function deliveryDetail(
  cluster: string,
  deliverable: DeliverableObject,
  given: Given,
  look: NonNullable<Surroundings['stamped']>,
): DeliveryDetail {
  const { meta, status } = deliverable;
  const byName = new Map(status.resources.map(each => [each.name, each]));
  const problems: Problem[] = [];
  const stages = status.resources.map((stage): DeliveryStageView => {
    const view = stageView(stage, {
      stages: byName,
      namesAccount: false,
      stale: false,
      delivers: true,
    });
    const ref = stage.stampedRef;
    if (!ref) return { stage: view };
    const resource = resourceOf(ref);
    const namespace = ref.namespace ?? meta.namespace;
    const answer = look({ cluster, resource, namespace, name: ref.name });
    if (answer.problem && answer.problem.because !== 'loading')
      problems.push(answer.problem);
    const raw = answer.objects[0];
    const found = metaOf(raw);
    // Another object that has the name by now is nobody's business here.
    if (!found || !isOwnedBy(found, { kind: 'Deliverable', meta }))
      return present({
        stage: view,
        gone: answer.problem === undefined ? (true as const) : undefined,
      });
    const object = new Fields(raw);
    const isSource = [gitRepository, imageRepository].some(
      each => each.kind === ref.kind && each.group === resource.group,
    );
    if (isSource) return present({ stage: view, source: readSource(object) });
    const isApp = ref.kind === 'App' && resource.group === 'kappctrl.k14s.io';
    return {
      stage: view,
      deploy: {
        kind: ref.kind,
        name: ref.name,
        ...(isApp ? readApp(object) : readDeployed(object)),
      },
    };
  });
  const reached = readAddresses(
    { cluster, namespace: meta.namespace, workload: given.workload },
    look,
  );
  const deployed = revisionOf(
    status.resources.filter(each => each.inputs.length > 0),
  );
  const evidence = {
    written: given.written,
    fetched: revisionOf(
      status.resources.filter(each => each.inputs.length === 0),
    ),
    deployed,
    failed: stages.some(({ stage }) => stage.phase.kind === 'failed'),
    built: given.built,
    running: reached.running,
  };
  return present({
    ref: { cluster, namespace: meta.namespace, name: meta.name },
    state: deliveryState(evidence),
    written: given.written,
    fetched: evidence.fetched,
    deployed,
    built: given.built,
    running: reached.running,
    stages,
    addresses: [...reached.addresses],
    problems: [...problems, ...reached.problems],
  });
}

function revisionOf(stages: readonly RealizedResource[]): string | undefined {
  const output = stages
    .flatMap(each => each.outputs)
    .filter(each => each.name === 'revision')
    .at(-1);
  return output && outputValue(output.preview);
}
