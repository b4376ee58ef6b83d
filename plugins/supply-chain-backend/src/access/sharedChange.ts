/**
 * What one reader is shown more than another, by what both are shown: the same object for the same view, so that it is
 * written out once however many have the right (`service/viewText.ts` keeps what it wrote by the object).
 */
export function sharedChange<V extends object>(
  change: (view: V) => V,
): (view: V) => V {
  const known = new WeakMap<V, V>();
  return view => {
    const before = known.get(view);
    if (before) return before;
    const changed = change(view);
    known.set(view, changed);
    return changed;
  };
}
