/** Whether a value nests more levels than these. Looks no deeper, so it may be asked of what nests without end. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    levels === 0 ||
    Object.values(value).some(each => isDeeperThan(each, levels - 1))
  );
}
