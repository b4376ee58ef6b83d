import { nearTerm } from './nearTerm';
import type { SelectorFailure } from './selectorFailures';

/** Asks whether a label of the workload, or another value of it, was meant for a term that it does not meet. */
export function nearQuestion(
  term: SelectorFailure,
  labels: Readonly<Record<string, string>>,
): string | undefined {
  const near = nearTerm(term, labels);
  if (near === undefined) return undefined;
  return labels[term.key] === undefined
    ? `is ${near} meant for it?`
    : `did you mean ${near}?`;
}
