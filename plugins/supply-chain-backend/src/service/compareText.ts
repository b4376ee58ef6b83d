/** By code units: the same order on every machine and in every locale, so that a cursor of one replica holds on another. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
