/** How a log is searched, and whether all of it is shown. */
export type SearchHow = {
  readonly matchCase: boolean;
  readonly isExpression: boolean;
  /** Show lines with matches and what is around them, and no others. */
  readonly onlyMatches: boolean;
};

const LETTERS = [
  ['c', 'matchCase'],
  ['x', 'isExpression'],
  ['m', 'onlyMatches'],
] as const;

/** `cm` as an address says it; what it does not know it leaves out. */
export function parseSearchHow(text: string | undefined): SearchHow {
  const has = (letter: string) => text?.includes(letter) === true;
  return { matchCase: has('c'), isExpression: has('x'), onlyMatches: has('m') };
}

/** Undefined for the plain way. */
export function formatSearchHow(how: SearchHow): string | undefined {
  return (
    LETTERS.filter(([, name]) => how[name])
      .map(([letter]) => letter)
      .join('') || undefined
  );
}
