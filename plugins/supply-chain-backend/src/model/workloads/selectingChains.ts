import type { Selector, SupplyChainObject } from '../objects/SupplyChainObject';
import type { WorkloadObject } from '../objects/WorkloadObject';
import { selectorFailures } from './selectorFailures';

/**
 * The chains that select a workload, as Cartographer decides it (pkg/selector, v0.8.11): of those whose terms all hold the ones
 * with the most terms; one without any selects nothing. Exactly one is as it should be.
 */
export function selectingChains(
  workload: WorkloadObject,
  chains: readonly SupplyChainObject[],
): readonly SupplyChainObject[] {
  const holding = chains.filter(
    ({ selector }) =>
      terms(selector) > 0 && selectorFailures(selector, workload).length === 0,
  );
  const most = Math.max(...holding.map(({ selector }) => terms(selector)));
  return holding.filter(({ selector }) => terms(selector) === most);
}

function terms({ labels, expressions, fields }: Selector): number {
  return Object.keys(labels).length + expressions.length + fields.length;
}
