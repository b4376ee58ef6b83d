import { cutText } from '../../model/objects/cutText';
import { isDeeperThan } from '../../model/objects/isDeeperThan';

/** Longest value told; a file in an annotation is longer than anybody compares. */
const VALUE_MAX = 2000;
/** Deeper than any pod is. */
const DEPTH_MAX = 20;
/** More than the largest pod that an API server takes is likely to have. */
const LEAVES_MAX = 5000;

/**
 * Every single value of an object by its path. Entries of lists are named as Kubernetes merges them, by their `name`, so that
 * one that comes in between moves no other: `spec.containers.workload.env.PORT`.
 */
export function leavesOf(value: unknown): Map<string, string> {
  const leaves = new Map<string, string>();
  collect(value, '', leaves, 0);
  return leaves;
}

function collect(
  value: unknown,
  path: string,
  leaves: Map<string, string>,
  depth: number,
): void {
  if (leaves.size >= LEAVES_MAX) return;
  if (value === null || value === undefined) return;
  if (typeof value !== 'object' || depth >= DEPTH_MAX) {
    leaves.set(path, cutText(textOf(value), VALUE_MAX));
    return;
  }
  const entries = entriesOf(value);
  // Resources without limits, a volume without settings: there, and empty.
  if (entries.length === 0 && path !== '') leaves.set(path, '{}');
  for (const [key, each] of entries) {
    // A variable is its value.
    const own = key === 'value' && /\.env\.[^.]+$/.test(path);
    if (key === 'name' && nameOf(value) !== undefined && isEntry(path))
      continue;
    const below = path === '' ? key : `${path}.${key}`;
    collect(each, own ? path : below, leaves, depth + 1);
  }
}

/** Paths whose last part is a name that the entry had. */
function isEntry(path: string): boolean {
  return path.includes('.');
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  if (!Array.isArray(value)) return Object.entries(value);
  return value.map((each: unknown, index) => [
    nameOf(each) ?? `${index}`,
    each,
  ]);
}

function nameOf(value: unknown): string | undefined {
  const name: unknown =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Reflect.get(value, 'name')
      : undefined;
  return typeof name === 'string' ? name : undefined;
}

function textOf(value: unknown): string {
  if (typeof value !== 'object') return String(value);
  // What is written out may nest no deeper than a stack is high.
  return isDeeperThan(value, DEPTH_MAX) ? '…' : JSON.stringify(value);
}
