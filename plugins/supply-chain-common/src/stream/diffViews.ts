import type { ItemPatch, ViewPatch } from './ViewPatch';

/** Views are some ten levels deep; below this a part is sent whole, so that no value can exhaust the stack. */
const DEEPEST = 24;

/** By what an item of a list is known again, first that is there. */
const NAMES = [
  'ref',
  'uid',
  'id',
  'name',
  'stage',
  'cluster',
  'value',
] as const;

/** What turns `before` into `after`; undefined when they say the same. Both are JSON; an undefined field is an absent one. */
export function diffViews(
  before: unknown,
  after: unknown,
): ViewPatch | undefined {
  return diff(before, after, 0);
}

function diff(
  before: unknown,
  after: unknown,
  depth: number,
): ViewPatch | undefined {
  if (before === after) return undefined;
  if (depth < DEEPEST) {
    if (Array.isArray(before) && Array.isArray(after)) {
      return diffItems(before, after, depth);
    }
    if (isRecord(before) && isRecord(after)) {
      return diffFields(before, after, depth);
    }
  }
  return JSON.stringify(before) === JSON.stringify(after)
    ? undefined
    : { set: after };
}

function diffFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  depth: number,
): ViewPatch | undefined {
  const old = new Map(Object.entries(before));
  const fields: [string, ViewPatch][] = [];
  for (const [name, value] of Object.entries(after)) {
    if (value === undefined) continue;
    const was = old.get(name);
    const patch =
      was === undefined ? { set: value } : diff(was, value, depth + 1);
    if (patch) fields.push([name, patch]);
    old.delete(name);
  }
  const drop = [...old].flatMap(([name, was]) =>
    was === undefined ? [] : [name],
  );
  if (fields.length === 0 && drop.length === 0) return undefined;
  return { fields, ...(drop.length > 0 && { drop }) };
}

function diffItems(
  before: readonly unknown[],
  after: readonly unknown[],
  depth: number,
): ViewPatch | undefined {
  const places = new Map(identities(before).map((id, at) => [id, at]));
  const items: ItemPatch[] = [];
  identities(after).forEach((id, n) => {
    const at = places.get(id);
    if (at === undefined) {
      items.push({ set: after[n] });
      return;
    }
    const patch = diff(before[at], after[n], depth + 1);
    if (patch) {
      items.push('set' in patch ? patch : { at, patch });
      return;
    }
    const last = items.at(-1);
    if (last && 'keep' in last && last.keep[0] + last.keep[1] === at) {
      last.keep[1] += 1;
    } else {
      items.push({ keep: [at, 1] });
    }
  });
  const [first] = items;
  const same =
    before.length === after.length &&
    (first === undefined ||
      ('keep' in first && first.keep[1] === before.length));
  return same ? undefined : { items };
}

/** A name for each item, different ones within the list: the second of the same name is "the second of that name". */
function identities(items: readonly unknown[]): string[] {
  const seen = new Map<string, number>();
  return items.map((item, at) => {
    const name = nameOf(item) ?? `#${at}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return `${before}:${name}`;
  });
}

function nameOf(item: unknown): string | undefined {
  if (Array.isArray(item)) return undefined;
  if (!isRecord(item)) return `${typeof item}=${String(item)}`;
  for (const field of NAMES) {
    const value = Object.hasOwn(item, field) ? item[field] : undefined;
    if (typeof value === 'string') return `${field}=${value}`;
    if (isRecord(value)) return `${field}=${JSON.stringify(value)}`;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
