import { isRecord } from '../records.ts';

type Step =
  | { readonly kind: 'names'; readonly names: readonly string[][] }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'all' }
  | {
      readonly kind: 'where';
      readonly path: readonly Step[];
      readonly equals: unknown;
    };

const parsed = new Map<string, readonly Step[]>();

/**
 * The first thing that a printer column's path finds, undefined for nothing. Knows what CRDs use:
 * `.a.b`, `['a','b']` (the first that is there; a dot inside goes deeper), `[0]`, `[*]`, `[?(@.a=="b")]`.
 */
export function findJsonPath(path: string, value: unknown): unknown {
  let steps = parsed.get(path);
  if (!steps) parsed.set(path, (steps = parse(path)));
  return walk(steps, value);
}

function walk(steps: readonly Step[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (!step) return value;
  return first(reached(step, value), next => walk(rest, next));
}

function reached(step: Step, value: unknown): unknown[] {
  switch (step.kind) {
    case 'names':
      return step.names.map(name => name.reduce(child, value));
    case 'index':
      return Array.isArray(value) ? [value.at(step.index)] : [];
    case 'all':
      return Array.isArray(value)
        ? value
        : Object.values(isRecord(value) ? value : {});
    case 'where':
      return Array.isArray(value)
        ? value.filter(item => walk(step.path, item) === step.equals)
        : [];
    default:
      return [];
  }
}

function first(
  values: readonly unknown[],
  next: (value: unknown) => unknown,
): unknown {
  for (const value of values) {
    const found = value === undefined ? undefined : next(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parse(path: string): Step[] {
  const steps: Step[] = [];
  const token =
    /\.((?:\\.|[^.[\]\\])+)|\[\?\(@((?:\.[\w-]+)+)\s*==\s*("[^"]*"|'[^']*'|[^)]+)\)\]|\[([^\]]*)\]/gy;
  for (let match = token.exec(path); match; match = token.exec(path)) {
    const [, name, wherePath, literal, bracket] = match;
    if (name !== undefined)
      steps.push({ kind: 'names', names: [[name.replace(/\\(.)/g, '$1')]] });
    else if (wherePath !== undefined)
      steps.push({
        kind: 'where',
        path: parse(wherePath),
        equals: read(literal ?? ''),
      });
    else if (bracket === '*') steps.push({ kind: 'all' });
    else if (/^-?\d+$/.test(bracket ?? ''))
      steps.push({ kind: 'index', index: Number(bracket) });
    else
      steps.push({
        kind: 'names',
        names: (bracket ?? '')
          .split(',')
          .map(part => String(read(part)).split('.')),
      });
  }
  return steps;
}

function read(literal: string): unknown {
  const text = literal.trim();
  const quoted = /^(["'])(.*)\1$/.exec(text);
  if (quoted) return quoted[2];
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function child(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}
