import type { SelectorFailure } from './selectorFailures';

/** Edits that make one word of another: more than these, and it is another word. */
const NEAR = 2;
/** Shorter words are near to everything. */
const SHORTEST = 4;
/** Longest key or value of a label, with its prefix (k8s.io/apimachinery, validation): nothing longer is compared. */
const LONGEST = 317;

/** The label that was probably meant for a term: misspelt, or with a misspelt value. */
export function nearTerm(
  { key, accepts }: SelectorFailure,
  labels: Readonly<Record<string, string>>,
): string | undefined {
  const value = labels[key];
  if (value !== undefined) {
    return accepts.find(each => isNear(each, value));
  }
  return Object.keys(labels).find(each => isNear(each, key));
}

function isNear(a: string, b: string): boolean {
  if (a === b || a.length > LONGEST || b.length > LONGEST) return false;
  if (Math.min(a.length, b.length) < SHORTEST)
    return a.toLowerCase() === b.toLowerCase() || isSwapped(a, b);
  if (Math.abs(a.length - b.length) > NEAR) return false;
  return distance(a.toLowerCase(), b.toLowerCase()) <= NEAR;
}

/** Short words: the same letters in another order. */
function isSwapped(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

/** Letters that are put in, left out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...a].entries()) {
    const line = [row + 1];
    for (const [at, other] of [...b].entries()) {
      line.push(
        Math.min(
          (above[at + 1] ?? 0) + 1,
          (line[at] ?? 0) + 1,
          (above[at] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
