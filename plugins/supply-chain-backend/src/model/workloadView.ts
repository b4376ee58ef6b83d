import type { WorkloadView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from './objects/present';
import type { WorkloadObject } from './objects/WorkloadObject';
import { conditionView } from './stages/conditionView';
import type { Surroundings } from './Surroundings';
import { candidates } from './workloads/candidates';
import { chainChanges } from './workloads/chainChanges';
import { describeWorkload } from './workloads/describeWorkload';
import { workloadSource } from './workloads/workloadSource';

/** Everything the page of one workload shows above the stage. */
export function workloadView(
  workload: WorkloadObject,
  around: Surroundings,
): WorkloadView {
  const { meta, status } = workload;
  const { graph, verdict, deliveries, chain, stale, problems } =
    describeWorkload(workload, around);
  // Chains that cannot be read, or are old, say nothing of what has changed.
  const changes = around.problem('clustersupplychains.carto.run')
    ? []
    : chainChanges(workload, around.supplyChains());
  return present({
    ref: {
      cluster: around.cluster,
      namespace: meta.namespace,
      name: meta.name,
    },
    phase: verdict.phase,
    stale,
    says: verdict.says,
    saysOf: verdict.saysOf,
    owner: verdict.owner,
    chain,
    source: workloadSource(workload),
    graph,
    deliveries: [...deliveries],
    candidates:
      verdict.phase === 'unmatched'
        ? [...candidates(workload, around.supplyChains())]
        : [],
    chainChanges: changes.length > 0 ? [...changes] : undefined,
    conditions: status.conditions.map(conditionView),
    labels: { ...meta.labels },
    createdAt: meta.createdAt,
    problems: [...problems],
  });
}
