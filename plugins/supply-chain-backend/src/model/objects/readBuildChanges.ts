import type { BuildChange, Difference } from './BuildChange';
import { cutText } from './cutText';
import { Fields } from './Fields';
import { present } from './present';

/** All annotations of an object together are bounded by Kubernetes at 256 KiB. */
const ANNOTATION_MAX = 256 * 1024;

/** Longest value of one difference that is kept; certificates in env variables would otherwise stay in memory for every build. */
const VALUE_MAX = 1000;

/** Most differences kept of one change, and how deep objects are followed. */
const DIFFERENCES_MAX = 200;
const DEPTH_MAX = 8;

/** Parses `image.kpack.io/buildChanges` (kpack pkg/buildchange). Undefined when it is not JSON of that shape: then the reason alone is known. */
export function readBuildChanges(
  annotation: unknown,
): readonly BuildChange[] | undefined {
  if (typeof annotation !== 'string' || annotation.length > ANNOTATION_MAX)
    return undefined;
  let json: unknown;
  try {
    json = JSON.parse(annotation);
  } catch {
    return undefined;
  }
  if (!Array.isArray(json)) return undefined;
  return json.slice(0, 20).flatMap(entry => readChange(new Fields(entry)));
}

function readChange(change: Fields): BuildChange | readonly [] {
  const reason = change.text('reason', 100);
  if (!reason) return [];
  const both = present({ old: change.text('old'), new: change.text('new') });
  switch (reason) {
    case 'TRIGGER':
      return present({ said: 'TRIGGER' as const, at: triggeredAt(both.new) });
    case 'COMMIT':
    case 'STACK':
    case 'LIFECYCLE':
      return { said: reason, ...both };
    case 'CONFIG':
      return {
        said: 'CONFIG',
        first: isNothing(change.object('old')),
        differences: differences(change.raw('old'), change.raw('new')),
      };
    case 'BUILDPACK':
      return {
        said: 'BUILDPACK',
        left: change.list('old').flatMap(buildpack => {
          const id = buildpack.text('id');
          return id ? present({ id, version: buildpack.text('version') }) : [];
        }),
      };
    default:
      return present({
        said: 'OTHER' as const,
        reason,
        old: scalar(change.raw('old')),
        new: scalar(change.raw('new')),
      });
  }
}

/** What kpack compares the first build with: `{"resources":{},"source":{}}`. */
function isNothing(config: Fields): boolean {
  return (
    !config.has('source') &&
    ['env', 'services', 'cnbBindings'].every(
      key => config.list(key).length === 0,
    )
  );
}

/** `A new build was manually triggered on Fri, 20 Nov 2020 15:38:15 -0500` */
function triggeredAt(text: string | undefined): string | undefined {
  const at = Date.parse(/ on (.+)$/.exec(text ?? '')?.[1] ?? '');
  return Number.isNaN(at)
    ? undefined
    : new Date(at).toISOString().replace('.000Z', 'Z');
}

function differences(before: unknown, after: unknown): readonly Difference[] {
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
    const text = scalar(each);
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
    ? scalar(new Fields(entry).raw('value')) ?? ''
    : undefined;
}

/** What stands in the path is no difference of its own, unless there is nothing else. */
function nameless(entry: unknown, name: string | undefined): unknown {
  if (name === undefined || typeof entry !== 'object' || entry === null)
    return entry;
  const { name: _, ...rest } = entry as Record<string, unknown>;
  return Object.keys(rest).length > 0 ? rest : entry;
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  return undefined;
}
