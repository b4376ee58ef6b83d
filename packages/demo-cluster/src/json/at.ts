/** What stands at a path inside JSON of unknown shape; undefined when a step is missing or not an object. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || Array.isArray(here))
      return undefined;
    here = Object.hasOwn(here, step)
      ? (here as Record<string, unknown>)[step]
      : undefined;
  }
  return here;
}
