import fc from 'fast-check';
import { isDeeperThan } from '../objects/isDeeperThan';

type Place = readonly (string | number)[];

/** `deep` by its name: made only when it is put in, since nothing prints it. */
type Value = { readonly just: unknown } | { readonly deep: Deep };

type Change =
  | { readonly to: 'gone' | 'in-list' | 'as-map' | 'as-text' | 'repeated' }
  | { readonly to: 'with'; readonly key: string; readonly value: Value }
  | { readonly to: 'other'; readonly value: Value };

type Deep = 'list' | 'map';

/** An object, and what was done to it. Printed by the latter: whole, it would be too long to read. */
export class Mangled {
  constructor(
    private readonly raw: unknown,
    private readonly changes: readonly (readonly [Place, Change])[],
  ) {}

  get value(): unknown {
    return this.with(deepValue);
  }

  /** The same as it would come from somewhere; empty where it is nothing that JSON has. */
  get json(): string {
    return textOf(this.with(kind => MARK[kind]))
      .replaceAll(JSON.stringify(MARK.list), () => deepText('[', '1', ']'))
      .replaceAll(JSON.stringify(MARK.map), () => deepText('{"a":', '1', '}'));
  }

  private with(deep: (kind: Deep) => unknown): unknown {
    return this.changes.reduce<unknown>(
      (now, [place, change]) => at(now, place, change, deep),
      this.raw,
    );
  }

  [fc.toStringMethod](): string {
    return fc.stringify(
      this.changes.map(([place, change]) => [place.join('.'), change]),
    );
  }
}

/** Stands for what is deep while JSON is written, which nobody can write that deep. */
const MARK = { list: '(deep list)', map: '(deep map)' } as const;

/** Changes of one object at a time: a reader that stands one may still fall over what it leaves of another. */
const MOST_CHANGES = 3;

/** Entries that a list is blown up to: more than any reader keeps of one. */
const LONG = 600;

/** As deep as an API server takes an object (Go's encoding/json ends there). */
const DEEPEST = 10_000;

/** Characters of what is not repeated so often: what a cluster holds must have come over its API. */
const BIG = 6_000;

/** Levels of what is written out as text. */
const SHALLOW = 100;

/** Keys that mean something to JavaScript, and nothing to a cluster. */
const KEYS = ['__proto__', 'constructor', 'toString', 'length', '', '0'];

/**
 * A recorded object as no cluster should hold it: fields gone, of another type, empty, huge, deep, or named as what every
 * object of JavaScript has. What JSON may say, and what it may not (a reader gets `unknown`).
 */
export function mangled(raw: unknown): fc.Arbitrary<Mangled> {
  const change = fc.tuple(fc.constantFrom(...places(raw)), changes);
  return fc
    .array(change, { minLength: 1, maxLength: MOST_CHANGES })
    .map(list => new Mangled(raw, list));
}

const anything = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 4,
    arbitrary: fc.anything({ withNullPrototype: true, maxDepth: 3 }),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom<unknown>(
      ...['', ' ', '\u0000', '\ud800', 'True', '@', 'repo@sha256:', '{', '%'],
      ...['x'.repeat(5_000), '2026-99-99T99:99:99Z', '__proto__', 'toString'],
      ...[-1, 0, 1.5, 1e308, Number.NaN, Number.MAX_SAFE_INTEGER, true, false],
      ...[[], {}, [null], [[]], { name: null }, [{ name: {} }]],
    ),
  },
);

const values: fc.Arbitrary<Value> = fc.oneof(
  { weight: 9, arbitrary: anything.map(just => ({ just })) },
  {
    weight: 1,
    arbitrary: fc.record({
      deep: fc.constantFrom(...(['list', 'map'] as const)),
    }),
  },
);

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      to: fc.constantFrom(
        ...(['gone', 'in-list', 'as-map', 'as-text', 'repeated'] as const),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      to: fc.constant('with' as const),
      key: fc.constantFrom(...KEYS),
      value: values,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ to: fc.constant('other' as const), value: values }),
  },
);

/** Every place in an object, the whole included. */
function places(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    places(each, [...place, Array.isArray(value) ? Number(key) : key]),
  );
  return [place, ...inner];
}

/** A copy that is changed at one place; a place that an earlier change took away stays as it is. */
function at(
  value: unknown,
  [key, ...rest]: Place,
  change: Change,
  deep: (kind: Deep) => unknown,
): unknown {
  if (key === undefined) return changed(value, change, deep);
  if (typeof value !== 'object' || value === null) return value;
  const isGone = rest.length === 0 && change.to === 'gone';
  const inner = (held: unknown) =>
    isGone ? [] : [at(held, rest, change, deep)];
  if (Array.isArray(value))
    return value.flatMap((each: unknown, index) =>
      index === key ? inner(each) : [each],
    );
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      (name === key ? inner(each) : [each]).map(it => [name, it] as const),
    ),
  );
}

function changed(
  value: unknown,
  change: Change,
  deep: (kind: Deep) => unknown,
): unknown {
  switch (change.to) {
    case 'gone':
      return undefined;
    case 'in-list':
      return [value];
    case 'as-map':
      return { ...Object(value) };
    case 'as-text':
      return textOf(value);
    case 'repeated':
      return Array.from({ length: isBig(value) ? 2 : LONG }, (_, index) =>
        Array.isArray(value) ? value[index % value.length] : value,
      );
    case 'with':
      // An own property, as JSON.parse makes one of any name.
      return Object.fromEntries([
        ...Object.entries(Object(value)),
        [change.key, made(change.value, deep)],
      ]);
    default:
      return made(change.value, deep);
  }
}

function isBig(value: unknown): boolean {
  return isDeeperThan(value, SHALLOW) || textOf(value).length > BIG;
}

function textOf(value: unknown): string {
  return isDeeperThan(value, SHALLOW) ? '{' : JSON.stringify(value) ?? '';
}

function made(value: Value, deep: (kind: Deep) => unknown): unknown {
  return 'just' in value ? value.just : deep(value.deep);
}

function deepValue(kind: Deep): unknown {
  let deep: unknown = 1;
  for (let depth = 0; depth < DEEPEST; depth += 1)
    deep = kind === 'list' ? [deep] : { a: deep };
  return deep;
}

function deepText(open: string, inner: string, close: string): string {
  return `${open.repeat(DEEPEST)}${inner}${close.repeat(DEEPEST)}`;
}
