/**
 * The `most` least of many, in order, without sorting the others: of ten thousand rows a page shows a hundred, and nearly
 * all of the others are looked at once. `compare` tells any two apart.
 */
export function leastOf<T>(
  all: readonly T[],
  most: number,
  compare: (a: T, b: T) => number,
): T[] {
  const least: T[] = [];
  for (const each of all) {
    const isFull = least.length === most;
    const greatest = least.at(-1);
    if (isFull && greatest !== undefined && compare(each, greatest) > 0)
      continue;
    if (isFull) least.pop();
    let [low, high] = [0, least.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const between = least[middle];
      if (between !== undefined && compare(between, each) < 0) low = middle + 1;
      else high = middle;
    }
    least.splice(low, 0, each);
  }
  return least;
}
