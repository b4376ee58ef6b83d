type Edge = { from: string; to: string };

/**
 * Edges whose ends a longer way joins too: a stage that takes the source as well as the image made of it. They say
 * nothing about where a stage stands, and a layout that bends the chain for them is harder to read.
 */
export function impliedEdges<E extends Edge>(
  edges: readonly E[],
): ReadonlySet<E> {
  const after = new Map<string, string[]>();
  for (const { from, to } of edges) {
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>();
    const open = (after.get(from) ?? []).filter(next => next !== to);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === to) return true;
      // Back where it began: a cycle is not a longer way.
      if (at === from || seen.has(at)) continue;
      seen.add(at);
      open.push(...(after.get(at) ?? []));
    }
    return false;
  };
  return new Set(edges.filter(({ from, to }) => reaches(from, to)));
}
