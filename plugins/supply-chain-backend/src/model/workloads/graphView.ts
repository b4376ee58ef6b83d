import {
  stageTitle,
  type EdgeView,
  type GraphView,
  type StageView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedResource } from '../objects/OwnerStatus';
import { present } from '../objects/present';
import type {
  ChainResource,
  SupplyChainObject,
} from '../objects/SupplyChainObject';
import { edgeType } from './edgeType';
import { graphOrder } from './graphOrder';

/**
 * The graph of a workload: its status is the truth, the chain adds types, order and what is planned.
 * Everything renders: inputs that name nothing, cycles, loops, lone stages, none at all.
 */
export function graphView(
  resources: readonly RealizedResource[],
  chain: SupplyChainObject | undefined,
  view: (stage: RealizedResource) => StageView,
): GraphView {
  const realized = new Map(resources.map(each => [each.name, each]));
  const planned = plannedStages(chain, realized);
  const rank = new Map(chain?.resources.map((each, i) => [each.name, i]));
  const nodes = [
    ...resources.map(each => ({ name: each.name, inputs: each.inputs })),
    ...planned.map(each => ({
      name: each.name,
      inputs: each.inputs.map(input => input.from),
    })),
  ].map(node => ({ ...node, rank: rank.get(node.name) ?? Infinity }));
  const views = new Map<string, StageView>([
    ...resources.map(each => [each.name, view(each)] as const),
    ...planned.map(each => [each.name, plannedView(each)] as const),
  ]);
  const order = graphOrder(
    nodes.map(node => ({
      ...node,
      rank: Number.isFinite(node.rank) ? node.rank : Number.MAX_SAFE_INTEGER,
    })),
  );
  const inputs = new Map(nodes.map(node => [node.name, node.inputs]));
  return {
    stages: order.flatMap(name => views.get(name) ?? []),
    edges: order.flatMap(to =>
      [...new Set(inputs.get(to))].map(from =>
        edge(from, to, { realized, chain, missing: !views.has(from) }),
      ),
    ),
  };
}

/** Deliverables are shown as deliveries once they are stamped; before that only their name tells them. */
const DELIVERABLE = /\bdeliverable\b/i;

/** Stages that the chain has and the status has not. */
function plannedStages(
  chain: SupplyChainObject | undefined,
  realized: ReadonlyMap<string, RealizedResource>,
): readonly ChainResource[] {
  const unique = new Map(chain?.resources.map(each => [each.name, each]));
  return [...unique.values()].filter(
    each =>
      !realized.has(each.name) &&
      !(each.inputs.length === 0 && DELIVERABLE.test(each.name)),
  );
}

function plannedView(stage: ChainResource): StageView {
  const { templateKind, templateName } = stage;
  return present({
    name: stage.name,
    title: stageTitle(stage.name),
    phase: { kind: 'planned' as const },
    stale: false,
    fact: 'not reached yet',
    templateRef: templateName
      ? { kind: templateKind ?? '', name: templateName }
      : undefined,
    outputs: [],
    conditions: [],
  });
}

function edge(
  from: string,
  to: string,
  known: {
    realized: ReadonlyMap<string, RealizedResource>;
    chain: SupplyChainObject | undefined;
    missing: boolean;
  },
): EdgeView {
  const planned = known.chain?.resources
    .find(each => each.name === to)
    ?.inputs.find(input => input.from === from);
  return present({
    from,
    to,
    type: planned?.type ?? edgeType(known.realized.get(from)),
    missing: known.missing,
  });
}
