import type { Entity } from '@backstage/catalog-model';
import { entityAnnotations } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { WorkloadIdentity } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import { labelSelector } from './labelSelector';
import { labelsOfWorkload } from './labelsOfWorkload';

/** Which workloads an entity is about, and which kpack Images that have none. */
export interface EntityMatcher {
  matches(workload: WorkloadIdentity): boolean;
  /** Keys (`matchKeys.ts`) of which every matching workload has one; undefined when any workload might match. */
  readonly keys: readonly string[] | undefined;
}

/**
 * By an entity's annotations; undefined when it has none that say so.
 * The most exact wins: a workload's name, else an Image's, else a label selector, else the Kubernetes id. Namespace and cluster narrow it.
 */
export function entityMatcher(entity: Entity): EntityMatcher | undefined {
  const of = entity.metadata.annotations ?? {};
  const named = byWhat(of);
  if (!named) return undefined;
  const namespace = of[entityAnnotations.namespace];
  const cluster = of[entityAnnotations.cluster];
  return {
    keys: named.keys,
    matches: workload =>
      (!namespace || workload.namespace === namespace) &&
      (!cluster || workload.cluster === cluster) &&
      named.matches(workload),
  };
}

function byWhat(
  of: Readonly<Record<string, string>>,
): EntityMatcher | undefined {
  const name = of[entityAnnotations.workloadName];
  if (name) {
    return {
      keys: [`name ${name}`],
      matches: workload =>
        workload.kind === 'Workload' && workload.name === name,
    };
  }
  const image = of[entityAnnotations.imageName];
  if (image) {
    return {
      keys: [`name ${image}`],
      matches: it => it.kind === 'Image' && it.name === image,
    };
  }
  const text = of[entityAnnotations.labelSelector];
  if (text) {
    const selector = labelSelector(text);
    return (
      selector && {
        keys: selector.oneOf?.map(label => `label ${label}`),
        matches: workload => selector.selects(labelsOfWorkload(workload)),
      }
    );
  }
  const id = of[entityAnnotations.id];
  if (!id) return undefined;
  return {
    keys: [`label ${entityAnnotations.id}=${id}`],
    matches: workload =>
      labelsOfWorkload(workload)[entityAnnotations.id] === id,
  };
}
