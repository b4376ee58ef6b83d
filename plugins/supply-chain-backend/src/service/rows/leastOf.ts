/**
 * The `most` least of some numbers, in order, without sorting the others: of ten thousand rows a page shows a hundred, and
 * nearly all of the others are looked at once. `compare` tells any two apart.
 */
export function leastOf(
  all: readonly number[],
  most: number,
  compare: (a: number, b: number) => number,
): number[] {
  const least: number[] = [];
  for (const each of all) {
    const isFull = least.length === most;
    const greatest = least[least.length - 1];
    if (isFull && greatest !== undefined && compare(each, greatest) > 0)
      continue;
    if (isFull) least.pop();
    let [low, high] = [0, least.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(least[middle] ?? 0, each) < 0) low = middle + 1;
      else high = middle;
    }
    least.splice(low, 0, each);
  }
  return least;
}
