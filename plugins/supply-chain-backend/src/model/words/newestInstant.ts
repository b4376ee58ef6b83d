/** The latest of some moments; undefined when there is none. */
export function newestInstant(
  instants: readonly (string | undefined)[],
): string | undefined {
  let newest: string | undefined;
  for (const each of instants)
    if (
      each !== undefined &&
      (newest === undefined || Date.parse(each) > Date.parse(newest))
    )
      newest = each;
  return newest;
}
