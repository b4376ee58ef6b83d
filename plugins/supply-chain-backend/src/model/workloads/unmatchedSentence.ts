import type { SupplyChainObject } from '../objects/SupplyChainObject';
import type { WorkloadObject } from '../objects/WorkloadObject';
import { selectorFailures } from './selectorFailures';

/** Values named in the sentence; each chain's terms are among the candidates. */
const NAMED_MAX = 8;

/** Why no chain selects the workload, with the chains that do, or the one term that keeps the closest ones from it. */
export function unmatchedSentence(
  says: string,
  workload: WorkloadObject,
  chains: readonly SupplyChainObject[],
): string {
  const judged = chains.map(chain => ({
    name: chain.meta.name,
    fails: selectorFailures(chain.selector, workload),
  }));
  const matching = judged.filter(each => each.fails.length === 0);
  if (matching.length > 1) {
    const names = matching.map(each => each.name).sort();
    return `${
      names.length
    } supply chains select this workload, only one may: ${names.join(', ')}`;
  }
  if (Object.keys(workload.meta.labels).length === 0) return says;

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
