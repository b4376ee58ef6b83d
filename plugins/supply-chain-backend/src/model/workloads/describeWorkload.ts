import {
  WORKLOAD_PHASES,
  type DeliveryView,
  type GraphView,
  type Problem,
  type WorkloadPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedResource } from '../objects/OwnerStatus';
import type { SupplyChainObject } from '../objects/SupplyChainObject';
import { present } from '../objects/present';
import type { WorkloadObject } from '../objects/WorkloadObject';
import { imageBehind, type ImageBehind } from '../stages/imageBehind';
import { stageView } from '../stages/stageView';
import type { Surroundings } from '../Surroundings';
import { deliveriesOf } from './deliveriesOf';
import { graphView } from './graphView';
import { ownerProblem } from './ownerProblem';
import { stagesVerdict, type Verdict } from './stagesVerdict';
import { unmatchedSentence } from './unmatchedSentence';

/** All that a page, a row and a stage of one workload are made of. */
export type WorkloadDescription = {
  readonly graph: GraphView;
  readonly verdict: Verdict;
  readonly deliveries: readonly DeliveryView[];
  readonly chain?: string;
  readonly stale: boolean;
  /** The kpack Image behind each stage that has one. */
  readonly images: ReadonlyMap<string, ImageBehind>;
  readonly problems: readonly Problem[];
};

/** Derives everything once; the views pick from it. */
export function describeWorkload(
  workload: WorkloadObject,
  around: Surroundings,
): WorkloadDescription {
  const { meta, status } = workload;
  const deliverables = status.resources.filter(isDeliverable);
  const resources = status.resources.filter(each => !isDeliverable(each));
  const chain = chainOf(workload, around);
  const stale =
    around.stale ||
    (meta.generation !== undefined &&
      (status.observedGeneration ?? 0) < meta.generation);
  const namesAccount = workload.serviceAccountName !== undefined;
  const stages = new Map(resources.map(each => [each.name, each]));
  const images = new Map(
    resources.flatMap(each => {
      const behind = imageBehind(each, meta.namespace, around);
      return behind ? [[each.name, behind] as const] : [];
    }),
  );
  const graph = graphView(
    resources,
    withoutDeliverables(chain, deliverables),
    stage => {
      const behind = images.get(stage.name);
      return stageView(stage, {
        stages,
        namesAccount,
        stale,
        sha256: around.sha256,
        ...(behind ? { behind } : {}),
      });
    },
  );
  const ofStages = stagesVerdict(graph.stages);
  const deliveries = deliveriesOf(
    deliverables,
    meta.namespace,
    around,
    ofStages.phase === 'ready',
  );
  const problem = ownerProblem(status, namesAccount);
  const own: Verdict =
    problem?.phase === 'unmatched'
      ? {
          ...problem,
          says: unmatchedSentence(
            problem.says,
            workload,
            around.supplyChains(),
          ),
        }
      : problem ?? ofStages;
  return {
    graph,
    verdict: withDeliveries(worse(own, ofStages), deliveries.takenUp),
    deliveries: deliveries.views,
    ...(status.blueprint ? { chain: status.blueprint } : {}),
    stale,
    images,
    problems: problemsOf(resources, deliverables, around),
  };
}

function isDeliverable({ stampedRef }: RealizedResource): boolean {
  return (
    stampedRef?.kind === 'Deliverable' &&
    stampedRef.apiVersion.startsWith('carto.run/')
  );
}

function chainOf(
  { status }: WorkloadObject,
  around: Surroundings,
): SupplyChainObject | undefined {
  const name = status.blueprint;
  if (name === undefined) return undefined;
  return around.supplyChain
    ? around.supplyChain(name)
    : around.supplyChains().find(chain => chain.meta.name === name);
}

/** A chain's deliverable that was stamped is shown as delivery, not as a planned stage. */
function withoutDeliverables(
  chain: SupplyChainObject | undefined,
  deliverables: readonly RealizedResource[],
): SupplyChainObject | undefined {
  const gone = new Set(deliverables.map(each => each.name));
  return (
    chain && {
      ...chain,
      resources: chain.resources.filter(each => !gone.has(each.name)),
    }
  );
}

function worse(a: Verdict, b: Verdict): Verdict {
  return rank(b) < rank(a) ? b : a;
}

function rank(verdict: Verdict): number {
  return WORKLOAD_PHASES.indexOf(verdict.phase);
}

/**
 * A delivery that fails or is misconfigured makes the workload so. One that waits, or is under way, does not take from the
 * chain that it is ready; the sentence tells it.
 */
function withDeliveries(
  own: Verdict,
  deliveries: readonly DeliveryView[],
): Verdict {
  const worst = [...deliveries].sort(
    (a, b) =>
      WORKLOAD_PHASES.indexOf(a.phase) - WORKLOAD_PHASES.indexOf(b.phase),
  )[0];
  if (!worst || worst.phase === 'ready') return own;
  const phase: WorkloadPhase =
    worst.phase === 'waiting' ? 'ready' : worst.phase;
  const verdict: Verdict = present({
    phase,
    says: `Delivery on ${worst.ref.cluster}: ${worst.says ?? worst.phase}`,
    owner: worst.owner,
  });
  if (rank(verdict) < rank(own)) return verdict;
  return own.says === undefined ? { ...own, says: verdict.says ?? '' } : own;
}

/** Kinds that something of this workload depends on, as far as they cannot be read, or are no longer followed. */
function problemsOf(
  resources: readonly RealizedResource[],
  deliverables: readonly RealizedResource[],
  around: Surroundings,
): readonly Problem[] {
  const kpack = resources.some(each =>
    each.stampedRef?.apiVersion.startsWith('kpack.io/'),
  );
  const needed = [
    'workloads.carto.run',
    'clustersupplychains.carto.run',
    ...(kpack ? ['images.kpack.io', 'builds.kpack.io', 'pods', 'events'] : []),
    ...(deliverables.length > 0 ? ['deliverables.carto.run'] : []),
  ];
  return needed.flatMap(resource => around.problem(resource) ?? []);
}
