import { assertNever } from '../assertNever';
import type { ItemPatch, ViewPatch } from './ViewPatch';

/**
 * The view that a patch makes of the one before, which stays as it was; what did not change is shared between the two.
 * Throws when the patch was made for another view: what would come out is nobody's.
 */
export function applyPatch(before: unknown, patch: ViewPatch): unknown {
  if ('set' in patch) return patch.set;
  if ('fields' in patch) return withFields(before, patch);
  if ('items' in patch) {
    if (!Array.isArray(before)) throw misfit('a list');
    return patch.items.flatMap(item => itemsOf(before, item));
  }
  return assertNever(patch);
}

function withFields(
  before: unknown,
  patch: Extract<ViewPatch, { fields: unknown }>,
): unknown {
  if (typeof before !== 'object' || before === null || Array.isArray(before)) {
    throw misfit('an object');
  }
  // Not by assignment: a field may be called `__proto__`.
  const fields = new Map<string, unknown>(Object.entries(before));
  for (const name of patch.drop ?? []) fields.delete(name);
  for (const [name, each] of patch.fields) {
    fields.set(name, applyPatch(fields.get(name), each));
  }
  return Object.fromEntries(fields);
}

function itemsOf(before: readonly unknown[], item: ItemPatch): unknown[] {
  if ('set' in item) return [item.set];
  if ('keep' in item) {
    const [from, count] = item.keep;
    if (from + count > before.length) throw misfit('an item');
    return before.slice(from, from + count);
  }
  if ('at' in item) {
    if (item.at >= before.length) throw misfit('an item');
    return [applyPatch(before[item.at], item.patch)];
  }
  return assertNever(item);
}

function misfit(what: string): Error {
  return new Error(`The patch changes ${what} that the view does not have`);
}
