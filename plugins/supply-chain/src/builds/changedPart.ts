/** A value cut in three: what both have before, what differs, what both have after. */
export type ChangedPart = { before: string; changed: string; after: string };

/** Finds the part in which two values differ, by whole characters. */
export function changedPart(
  old: string,
  next: string,
): { old: ChangedPart; new: ChangedPart } {
  const [from, to] = [[...old], [...next]];
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    from[from.length - 1 - end] === to[to.length - 1 - end]
  )
    end += 1;
  const cut = (value: readonly string[]): ChangedPart => ({
    before: value.slice(0, start).join(''),
    changed: value.slice(start, value.length - end).join(''),
    after: value.slice(value.length - end).join(''),
  });
  return { old: cut(from), new: cut(to) };
}
