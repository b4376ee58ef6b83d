/** Least squares: by how much y grows with each x, and how sure that is (standard error). */
export function slope(points: readonly (readonly [x: number, y: number])[]): {
  readonly slope: number;
  readonly error: number;
} {
  const n = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const xx = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const xy = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const steep = xy / xx;
  const rest = points.reduce(
    (sum, [x, y]) => sum + (y - meanY - steep * (x - meanX)) ** 2,
    0,
  );
  return { slope: steep, error: Math.sqrt(rest / Math.max(1, n - 2) / xx) };
}
