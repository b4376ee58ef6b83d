/** A value cut in three: what both have before, what differs, what both have after. */
export type ChangedPart = { before: string; changed: string; after: string };

/** Letters and digits: a version or a digest is read by its parts, and marked by them. */
const WORD = /[\p{Letter}\p{Number}]/u;

/** Finds the part in which two values differ, by whole words. */
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
  const splitsWord = (at: number, of: readonly string[]) =>
    WORD.test(of[at - 1] ?? '') && WORD.test(of[at] ?? '');
  while (start > 0 && (splitsWord(start, from) || splitsWord(start, to)))
    start -= 1;
  while (
    end > 0 &&
    (splitsWord(from.length - end, from) || splitsWord(to.length - end, to))
  )
    end -= 1;
  const cut = (value: readonly string[]): ChangedPart => ({
    before: value.slice(0, start).join(''),
    changed: value.slice(start, value.length - end).join(''),
    after: value.slice(value.length - end).join(''),
  });
  return { old: cut(from), new: cut(to) };
}
