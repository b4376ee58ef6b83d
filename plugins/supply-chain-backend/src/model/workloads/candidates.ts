import type { CandidateView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { SupplyChainObject } from '../objects/SupplyChainObject';
import type { WorkloadObject } from '../objects/WorkloadObject';
import { nearTerm } from './nearTerm';
import { selectorFailures } from './selectorFailures';

/** Every chain with what keeps it from selecting the workload: those that match first, then those with the fewest failing terms. */
export function candidates(
  workload: WorkloadObject,
  chains: readonly SupplyChainObject[],
): readonly CandidateView[] {
  return chains
    .map(chain => {
      const fails = selectorFailures(chain.selector, workload);
      return {
        chain: chain.meta.name,
        matches: fails.length === 0,
        fails: fails.map(each => {
          const near = nearTerm(each, workload.meta.labels);
          const said = [each.is, each.must].filter(Boolean).join(', ');
          return near === undefined ? said : `${said}; did you mean ${near}?`;
        }),
      };
    })
    .sort(
      (a, b) => a.fails.length - b.fails.length || (a.chain < b.chain ? -1 : 1),
    );
}
