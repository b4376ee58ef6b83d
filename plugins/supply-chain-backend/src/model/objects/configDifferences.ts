import type { Difference } from './BuildChange';
import { cutText } from './cutText';
import { Fields } from './Fields';
import { present } from './present';
import { scalarText } from './scalarText';

/** Longest value of one difference that is kept; certificates in env variables would otherwise stay in memory for every build. */
const VALUE_MAX = 1000;

/** Most differences kept of one change, and how deep objects are followed. */
const DIFFERENCES_MAX = 200;
const DEPTH_MAX = 8;

/** Every path whose value differs between two objects, sorted. */
export function configDifferences(
  before: unknown,
  after: unknown,
): readonly Difference[] {
  const old = flatten(before);
  const now = flatten(after);
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
  return paths
    .filter(path => old.get(path) !== now.get(path))
    .slice(0, DIFFERENCES_MAX)
    .map(path => {
      const [was, is] = [old.get(path), now.get(path)];
      return present({
        path,
        old: was === undefined ? undefined : cutText(was, VALUE_MAX),
        new: is === undefined ? undefined : cutText(is, VALUE_MAX),
      });
    });
}

/** Every leaf by its path; list entries that have a name (env, services) by that name, so that inserting one does not shift the rest. */
function flatten(value: unknown): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const walk = (each: unknown, path: string, depth: number) => {
    const text = scalarText(each);
    if (text !== undefined || depth > DEPTH_MAX) {
      if (path) leaves.set(path, text ?? '…');
    } else if (Array.isArray(each)) {
      each.forEach((entry, index) => {
        const name = new Fields(entry).text('name', 200);
        const at = `${path}.${name ?? index}`;
        walk(
          envValue(entry) ?? nameless(entry, name),
          leaves.has(at) ? `${at}.${index}` : at,
          depth + 1,
        );
      });
    } else if (typeof each === 'object' && each !== null) {
      for (const [key, field] of Object.entries(each))
        walk(field, path ? `${path}.${key}` : key, depth + 1);
    }
  };
  walk(value, '', 0);
  return leaves;
}

/** `{name, value}` is one variable: `env.NAME` is its value. An empty value is left out by Go. */
function envValue(entry: unknown): string | undefined {
  const keys =
    typeof entry === 'object' && entry !== null ? Object.keys(entry) : [];
  const plain = keys.every(key => key === 'name' || key === 'value');
  return plain && keys.includes('name')
    ? scalarText(new Fields(entry).raw('value')) ?? ''
    : undefined;
}

/** What stands in the path is no difference of its own, unless there is nothing else. */
function nameless(entry: unknown, name: string | undefined): unknown {
  if (name === undefined || typeof entry !== 'object' || entry === null)
    return entry;
  const { name: _, ...rest } = entry as Record<string, unknown>;
  return Object.keys(rest).length > 0 ? rest : entry;
}
