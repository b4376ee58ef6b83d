/** The value that so many of a hundred are not above; NaN for none. */
export function percentile(values: readonly number[], of: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((of / 100) * sorted.length) - 1] ?? NaN;
}
