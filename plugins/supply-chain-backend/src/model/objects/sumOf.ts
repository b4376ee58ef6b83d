/** The sum of some counts that others wrote: no larger than a view may hold, however large each of them is. */
export function sumOf(counts: readonly number[]): number {
  const sum = counts.reduce((all, each) => all + each, 0);
  return Math.min(sum, Number.MAX_SAFE_INTEGER);
}
