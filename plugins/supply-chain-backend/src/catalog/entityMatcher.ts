import type { Entity } from '@backstage/catalog-model';
import { entityAnnotations } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { WorkloadIdentity } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { labelSelector } from './labelSelector';

/** The label that Cartographer puts on what a workload stamped; selectors name workloads by it. */
const WORKLOAD_NAME = 'carto.run/workload-name';

/**
 * Which workloads an entity is about, by its annotations; undefined when it has none that say so.
 * The most exact wins: a workload's name, else a label selector, else the Kubernetes id. Namespace and cluster narrow it.
 */
export function entityMatcher(
  entity: Entity,
): ((workload: WorkloadIdentity) => boolean) | undefined {
  const of = entity.metadata.annotations ?? {};
  const named = byWhat(of);
  if (!named) return undefined;
  const namespace = of[entityAnnotations.namespace];
  const cluster = of[entityAnnotations.cluster];
  return workload =>
    (!namespace || workload.namespace === namespace) &&
    (!cluster || workload.cluster === cluster) &&
    named(workload);
}

function byWhat(
  of: Readonly<Record<string, string>>,
): ((workload: WorkloadIdentity) => boolean) | undefined {
  const name = of[entityAnnotations.workloadName];
  if (name) {
    return workload => workload.kind === 'Workload' && workload.name === name;
  }
  const selector = of[entityAnnotations.labelSelector];
  if (selector) {
    const selects = labelSelector(selector);
    return selects && (workload => selects(labelsOf(workload)));
  }
  const id = of[entityAnnotations.id];
  return id
    ? workload => labelsOf(workload)[entityAnnotations.id] === id
    : undefined;
}

/** A workload does not carry the labels of what it stamps: its name stands for them. */
function labelsOf({ kind, name, labels }: WorkloadIdentity) {
  return kind === 'Workload'
    ? { [WORKLOAD_NAME]: name, [entityAnnotations.id]: name, ...labels }
    : labels;
}
