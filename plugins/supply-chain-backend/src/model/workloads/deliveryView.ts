import type { DeliveryView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { DeliverableObject } from '../objects/DeliverableObject';
import type { RealizedResource } from '../objects/OwnerStatus';
import { present } from '../objects/present';
import { conditionView } from '../stages/conditionView';
import { oneLine } from '../words/oneLine';
import { outputValue } from '../stages/outputValue';
import { stageView } from '../stages/stageView';
import { graphView } from './graphView';
import { ownerProblem } from './ownerProblem';
import { stagesVerdict, type Verdict } from './stagesVerdict';

/** How Flux and imgpkg say that nothing is at the place yet. */
const NOTHING_THERE =
  /not found|couldn't find remote ref|does not exist|no such|MANIFEST_UNKNOWN|NAME_UNKNOWN/i;

/** A Deliverable and what is known of it, on the cluster where it was found. */
export function deliveryView(
  cluster: string,
  deliverable: DeliverableObject,
  /** Every stage of the workload has done its part. */
  written: boolean,
): DeliveryView {
  const { meta, status } = deliverable;
  const verdict = verdictOf(deliverable, written);
  return present({
    ref: { cluster, namespace: meta.namespace, name: meta.name },
    phase: verdict.phase,
    says: verdict.says,
    owner: verdict.owner,
    revision: deployedRevision(status.resources),
    conditions: status.conditions.map(conditionView),
  });
}

/**
 * A Deliverable is False from its first minute until the config writer has pushed once, and with pull requests until one is
 * merged. As long as its first stage has never given anything, that is waiting, unless there is something to read that it cannot.
 */
function verdictOf(deliverable: DeliverableObject, written: boolean): Verdict {
  const { status } = deliverable;
  const problem = ownerProblem(status, false);
  if (problem) return problem;
  const stages = new Map(status.resources.map(each => [each.name, each]));
  const graph = graphView(status.resources, undefined, stage =>
    stageView(stage, {
      stages,
      namesAccount: false,
      stale: false,
      delivers: true,
    }),
  );
  const verdict = stagesVerdict(graph.stages);
  const source = status.resources.find(each => each.inputs.length === 0);
  const nothingRead = source !== undefined && source.outputs.length === 0;
  if (verdict.phase === 'failed' && nothingRead) {
    if (!written)
      return {
        phase: 'waiting',
        says: 'Nothing to deliver yet: the supply chain has not written its first configuration',
      };
    if (NOTHING_THERE.test(verdict.says ?? ''))
      return {
        phase: 'waiting',
        says: 'Nothing to deliver yet: no configuration at its source; a pull request may wait to be merged',
      };
  }
  return verdict;
}

/**
 * What was deployed last: the output of the last stage that gives one, which is its input once it is complete. What a source
 * provider has read is deployed only where nothing comes after it.
 */
function deployedRevision(
  resources: readonly RealizedResource[],
): string | undefined {
  const deploying = resources.filter(each => each.inputs.length > 0);
  const revisions = (deploying.length > 0 ? deploying : resources).flatMap(
    each => each.outputs.find(output => output.name === 'revision') ?? [],
  );
  const last = revisions.at(-1);
  return oneLine(last && outputValue(last.preview));
}
