import { isRecord } from '../records.ts';
import type { Particulars } from './Particulars.ts';
import type { Slot } from './Slot.ts';
import { TextPattern } from './TextPattern.ts';

/** Finds the slots of a text; `key` is the field or label it stands in, '' for keys themselves. */
export type ReadText = (text: string, key: string) => TextPattern;

type Tree =
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'text' | 'number'; readonly pattern: TextPattern }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | {
      readonly kind: 'object';
      readonly fields: readonly (readonly [TextPattern, Tree])[];
    };

/** JSON with slots. What has none is shared by everything that is made from it. */
export class JsonPattern {
  readonly #tree: Tree;

  constructor(value: unknown, read: ReadText) {
    this.#tree = compile(value, '', read);
  }

  value(p: Particulars, version: string): unknown {
    return fill(this.#tree, p, version);
  }

  /** The same as one text: far cheaper than to make the value and to stringify it. */
  text(): TextPattern {
    return new TextPattern([...jsonParts(this.#tree)]);
  }
}

function compile(value: unknown, key: string, read: ReadText): Tree {
  if (typeof value === 'string') {
    const pattern = read(value, key);
    return pattern.constant === undefined
      ? { kind: 'text', pattern }
      : { kind: 'constant', value };
  }
  if (typeof value === 'number') {
    const pattern = read(String(value), key);
    return pattern.constant === undefined
      ? { kind: 'number', pattern }
      : { kind: 'constant', value };
  }
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => compile(item, key, read));
    return items.every(isConstant)
      ? { kind: 'constant', value }
      : { kind: 'list', items };
  }
  if (!isRecord(value)) return { kind: 'constant', value };
  const proof = digestOfPreview(value, read);
  const fields = Object.entries(value).map(([name, field]) => {
    const tree: Tree =
      proof && name === 'digest'
        ? { kind: 'text', pattern: proof }
        : compile(field, name, read);
    return [read(name, ''), tree] as const;
  });
  return fields.every(
    ([name, field]) => name.constant !== undefined && isConstant(field),
  )
    ? { kind: 'constant', value }
    : { kind: 'object', fields };
}

/** Cartographer proves an output by the digest of its value; where the preview is the whole value, so do we. */
function digestOfPreview(
  { digest, preview }: Record<string, unknown>,
  read: ReadText,
): TextPattern | undefined {
  if (typeof digest !== 'string' || typeof preview !== 'string')
    return undefined;
  // A cut preview proves nothing: its digest stays as it is.
  if (preview.length >= 1024) return undefined;
  const pattern = read(preview, 'preview');
  if (pattern.constant !== undefined) return undefined;
  return new TextPattern([
    'sha256:',
    {
      kind: 'digestOf',
      tellsOfBuilds: pattern.tellsOfBuilds,
      text: (p, version) => pattern.text(p, version),
    },
  ]);
}

function fill(tree: Tree, p: Particulars, version: string): unknown {
  switch (tree.kind) {
    case 'constant':
      return tree.value;
    case 'text':
      return tree.pattern.text(p, version);
    case 'number':
      return Number(tree.pattern.text(p, version));
    case 'list':
      return tree.items.map(item => fill(item, p, version));
    default: {
      const object: Record<string, unknown> = {};
      for (const [name, field] of tree.fields)
        object[name.constant ?? name.text(p, version)] = fill(
          field,
          p,
          version,
        );
      return object;
    }
  }
}

function* jsonParts(tree: Tree): Iterable<string | Slot> {
  switch (tree.kind) {
    case 'constant':
      yield JSON.stringify(tree.value);
      return;
    case 'text':
      yield* quoted(tree.pattern);
      return;
    case 'number':
      yield* tree.pattern.parts();
      return;
    case 'list':
      yield '[';
      for (const [i, item] of tree.items.entries()) {
        if (i > 0) yield ',';
        yield* jsonParts(item);
      }
      yield ']';
      return;
    default:
      yield '{';
      for (const [i, [name, field]] of tree.fields.entries()) {
        if (i > 0) yield ',';
        yield* quoted(name);
        yield ':';
        yield* jsonParts(field);
      }
      yield '}';
  }
}

/** Slots hold nothing that JSON escapes, so only what is between them has to be. */
function* quoted(pattern: TextPattern): Iterable<string | Slot> {
  yield '"';
  for (const part of pattern.parts())
    yield typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part;
  yield '"';
}

function isConstant(tree: Tree): boolean {
  return tree.kind === 'constant';
}
