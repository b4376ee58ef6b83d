import { isRecord } from '../records.ts';

/** One operation of RFC 6902. */
export interface JsonPatchOperation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

/** Applies RFC 6902 to a copy; throws an Error when an operation cannot be done or a test fails. */
export function jsonPatch(
  target: unknown,
  operations: readonly JsonPatchOperation[],
): unknown {
  let root: unknown = structuredClone(target);
  for (const { op, path, from, value } of operations) {
    switch (op) {
      case 'add':
        root = add(root, pointer(path), structuredClone(value));
        break;
      case 'replace':
        read(root, pointer(path));
        root = add(
          remove(root, pointer(path)),
          pointer(path),
          structuredClone(value),
        );
        break;
      case 'remove':
        root = remove(root, pointer(path));
        break;
      case 'move': {
        const moved = read(root, pointer(from ?? ''));
        root = add(remove(root, pointer(from ?? '')), pointer(path), moved);
        break;
      }
      case 'copy':
        root = add(
          root,
          pointer(path),
          structuredClone(read(root, pointer(from ?? ''))),
        );
        break;
      case 'test':
        if (!equal(read(root, pointer(path)), value))
          throw new Error(`test failed at ${path}`);
        break;
      default:
        throw new Error(`unknown operation ${op}`);
    }
  }
  return root;
}

function pointer(path: string): string[] {
  if (path === '') return [];
  if (!path.startsWith('/')) throw new Error(`not a JSON pointer: ${path}`);
  return path
    .slice(1)
    .split('/')
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function read(value: unknown, path: readonly string[]): unknown {
  return path.reduce(child, value);
}

function child(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[index(key, value.length - 1)];
  if (isRecord(value) && Object.hasOwn(value, key)) return value[key];
  throw new Error(`nothing at ${key}`);
}

function add(root: unknown, path: readonly string[], value: unknown): unknown {
  const [parent, key] = parentOf(root, path);
  if (key === undefined) return value;
  if (Array.isArray(parent))
    parent.splice(
      key === '-' ? parent.length : index(key, parent.length),
      0,
      value,
    );
  else if (isRecord(parent)) {
    Object.defineProperty(parent, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else throw new Error(`nothing to add ${key} to`);
  return root;
}

function remove(root: unknown, path: readonly string[]): unknown {
  const [parent, key] = parentOf(root, path);
  if (key === undefined) return null;
  child(parent, key);
  if (Array.isArray(parent)) parent.splice(index(key, parent.length - 1), 1);
  else if (isRecord(parent)) delete parent[key];
  return root;
}

function parentOf(
  root: unknown,
  path: readonly string[],
): [unknown, string | undefined] {
  return [read(root, path.slice(0, -1)), path.at(-1)];
}

function index(key: string, highest: number): number {
  const number = /^(0|[1-9]\d*)$/.test(key) ? Number(key) : -1;
  if (number < 0 || number > highest) throw new Error(`no index ${key}`);
  return number;
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (isRecord(a) && isRecord(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every(key => Object.hasOwn(b, key) && equal(a[key], b[key]))
    );
  }
  return false;
}
