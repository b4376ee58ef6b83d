/** Milliseconds from one moment to a later one; undefined when either is missing or they are the wrong way round. */
export function millisBetween(
  from: string | undefined,
  to: string | undefined,
): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const millis = Date.parse(to) - Date.parse(from);
  return millis >= 0 ? millis : undefined;
}
