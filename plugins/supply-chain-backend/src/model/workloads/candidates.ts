import type { CandidateView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { SupplyChainObject } from '../objects/SupplyChainObject';
import type { WorkloadObject } from '../objects/WorkloadObject';
import { nearQuestion } from './nearQuestion';
import { selectingChains } from './selectingChains';
import { selectorFailures } from './selectorFailures';

/** Every chain with what keeps it from selecting the workload: those that do first, then those with the fewest failing terms. */
export function candidates(
  workload: WorkloadObject,
  chains: readonly SupplyChainObject[],
): readonly CandidateView[] {
  const selecting = new Set(selectingChains(workload, chains));
  const names = [...selecting].map(each => each.meta.name).sort();
  return chains
    .map(chain => {
      const failing = selectorFailures(chain.selector, workload);
      const matches = selecting.has(chain);
      const fails = failing.map(each => {
        const near = nearQuestion(each, workload.meta.labels);
        const said = [each.is, each.must].filter(Boolean).join(', ');
        return near === undefined ? said : `${said}; ${near}`;
      });
      if (!matches && failing.length === 0) fails.push(outdone(names));
      return { chain: chain.meta.name, matches, fails };
    })
    .sort(
      (a, b) =>
        Number(b.matches) - Number(a.matches) ||
        a.fails.length - b.fails.length ||
        (a.chain < b.chain ? -1 : 1),
    );
}

/** Cartographer takes the chain with the most terms. */
function outdone(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return 'its selector has no terms';
  const before = names.slice(0, -1).join(', ');
  return before
    ? `all of its terms hold, but ${before} and ${last} have more of them`
    : `all of its terms hold, but ${last} has more of them`;
}
