import type { SupplyChainObject } from '../objects/SupplyChainObject';
import type { WorkloadObject } from '../objects/WorkloadObject';
import { nearQuestion } from './nearQuestion';
import { selectingChains } from './selectingChains';
import { selectorFailures } from './selectorFailures';

/** Values named in the sentence; each chain's terms are among the candidates. */
const NAMED_MAX = 8;

/** Why no chain selects the workload, with the chains that do, or the one term that keeps the closest ones from it. */
export function unmatchedSentence(
  says: string,
  workload: WorkloadObject,
  chains: readonly SupplyChainObject[],
): string {
  const matching = selectingChains(workload, chains);
  if (matching.length > 1) {
    const names = matching.map(each => each.meta.name).sort();
    return `${
      names.length
    } supply chains select this workload, only one may: ${names.join(', ')}`;
  }
  const { labels } = workload.meta;
  if (Object.keys(labels).length === 0) return says;

  const judged = chains.map(chain => ({
    fails: selectorFailures(chain.selector, workload),
  }));
  const meant = [
    ...new Map(
      judged
        .filter(each => each.fails.length === 1)
        .flatMap(each => each.fails)
        .flatMap(term => {
          const near = nearQuestion(term, labels);
          return near === undefined ? [] : [[near, term] as const];
        }),
    ),
  ];
  const [only] = meant;
  // Of several that may be meant the candidates tell, each its own.
  if (only && meant.length === 1) return `${says}: ${only[1].is}, ${only[0]}`;
  const oneTermAway = judged.flatMap(each =>
    each.fails.length === 1 ? each.fails : [],
  );
  const [term] = oneTermAway;
  if (!term || oneTermAway.some(each => each.key !== term.key)) return says;
  const accepted = [
    ...new Set(oneTermAway.flatMap(each => each.accepts)),
  ].sort();
  if (accepted.length === 0) return `${says}: ${term.is}`;
  const more = accepted.length - NAMED_MAX;
  const named = accepted.slice(0, NAMED_MAX).join(', ');
  return `${says}: ${term.is}, known here: ${named}${
    more > 0 ? ` and ${more} more` : ''
  }`;
}
