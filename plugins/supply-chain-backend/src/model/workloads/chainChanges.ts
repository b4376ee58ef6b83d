import type { ChainChange } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { SupplyChainObject } from '../objects/SupplyChainObject';
import type { WorkloadObject } from '../objects/WorkloadObject';
import { selectingChains } from './selectingChains';
import { selectorFailures } from './selectorFailures';
import { stageChanges } from './stageChanges';

/**
 * In what the supply chain, as it is now, differs from what the workload was stamped by. Cartographer walks every stage of a
 * chain each time, so that a difference is news that it has not applied yet, or cannot while the chain is not ready.
 */
export function chainChanges(
  workload: WorkloadObject,
  /** All of the cluster, as they could be read. */
  chains: readonly SupplyChainObject[],
): readonly ChainChange[] {
  const { blueprint, resources, conditions } = workload.status;
  // Nothing was stamped: there is nothing that could differ.
  if (blueprint === undefined || resources.length === 0) return [];
  const chain = chains.find(each => each.meta.name === blueprint);
  const chosen = conditions.find(each => each.type === 'SupplyChainReady');
  // Cartographer has seen for itself that none selects it, or several do: that is told as the state of the workload.
  const knows = UNMATCHED.test(chosen?.reason ?? '');
  return [
    ...(knows ? [] : selection(workload, blueprint, chain, chains)),
    ...(chain ? stageChanges(chain.resources, resources) : []),
  ];
}

const UNMATCHED =
  /^(?:SupplyChainNotFound|MultipleSupplyChainMatches|WorkloadLabelsMissing)$/;

function selection(
  workload: WorkloadObject,
  blueprint: string,
  chain: SupplyChainObject | undefined,
  chains: readonly SupplyChainObject[],
): readonly ChainChange[] {
  const selecting = selectingChains(workload, chains).map(
    each => each.meta.name,
  );
  const others = selecting.filter(name => name !== blueprint).sort();
  const fails = chain ? selectorFailures(chain.selector, workload) : [];
  return [
    ...(chain ? [] : [{ kind: 'chain-gone' as const, chain: blueprint }]),
    ...(fails.length > 0
      ? [
          {
            kind: 'not-selected' as const,
            chain: blueprint,
            fails: fails.map(each =>
              [each.is, each.must].filter(Boolean).join(', '),
            ),
          },
        ]
      : []),
    ...(others.length > 0
      ? [{ kind: 'others-select' as const, chains: others }]
      : []),
  ];
}
