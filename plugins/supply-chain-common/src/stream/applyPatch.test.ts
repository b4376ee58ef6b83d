import fc from 'fast-check';
import { applyPatch } from './applyPatch';
import { diffViews } from './diffViews';
import { viewPatchSchema } from './ViewPatch';

/** As it arrives: through JSON, and through the schema of the door. */
const sent = (patch: unknown) =>
  viewPatchSchema.parse(JSON.parse(JSON.stringify(patch)));

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function expectPatched(before: unknown, after: unknown) {
  const patch = diffViews(before, after);
  const made =
    patch === undefined
      ? asJson(before)
      : applyPatch(asJson(before), sent(patch));
  expect(made).toEqual(asJson(after));
}

const row = fc.record(
  {
    ref: fc.record({
      cluster: fc.constantFrom('build', 'run'),
      namespace: fc.constant('shop'),
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    }),
    phase: fc.constantFrom('ready', 'failed', 'running'),
    says: fc.constantFrom(undefined, 'No', null),
    pipeline: fc.array(
      fc.record({ stage: fc.constantFrom('x', 'y'), phase: fc.nat(2) }),
      { maxLength: 3 },
    ),
    tags: fc.array(fc.constantFrom('t1', 't2', 't3'), { maxLength: 4 }),
  },
  { requiredKeys: ['ref'] },
);
const list = fc.record({
  items: fc.array(row, { maxLength: 8 }),
  total: fc.nat(3),
});

describe('a patch made of two views', () => {
  it('turns any JSON into any other', () =>
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), expectPatched)));

  it('turns lists of rows into others: changed, moved, gone, come, and twice the same', () =>
    fc.assert(fc.property(list, list, expectPatched)));

  it('is nothing for what says the same', () =>
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), list), value =>
        expect(diffViews(value, structuredClone(value))).toBeUndefined(),
      ),
    ));

  it.each([
    ['a field that is null', { a: 1 }, { a: null }],
    ['an absent field and an undefined one', { a: undefined }, {}],
    ['a list and an object', [1], { 0: 1 }],
    ['a field by a dangerous name', {}, JSON.parse('{"__proto__":{"a":1}}')],
    ['a value that is very deep', nested(1_000, 'a'), nested(1_000, 'b')],
  ])('works for %s', (_, before, after) => {
    const patch = diffViews(before, after);
    const made = patch ? applyPatch(before, patch) : before;
    expect(JSON.stringify(made)).toBe(JSON.stringify(after));
  });

  it('moves a row without sending it, and sends one field of another', () => {
    const rows = Array.from({ length: 100 }, (_, n) => ({
      ref: { cluster: 'c', namespace: 'n', name: `w${n}` },
      phase: 'ready',
      says: 'x'.repeat(200),
    }));
    const after = [rows[70], ...rows.slice(0, 70), ...rows.slice(71)].map(
      (each, n) => (n === 3 ? { ...each, phase: 'failed' } : each),
    );
    expect(diffViews(rows, after)).toEqual({
      items: [
        { keep: [70, 1] },
        { keep: [0, 2] },
        { at: 2, patch: { fields: [['phase', { set: 'failed' }]] } },
        { keep: [3, 67] },
        { keep: [71, 29] },
      ],
    });
  });

  it('shares what did not change with the view before', () => {
    const before = { kept: { a: 1 }, changed: 1 };
    const made = applyPatch(before, { fields: [['changed', { set: 2 }]] });
    expect(made).toEqual({ kept: { a: 1 }, changed: 2 });
    expect((made as typeof before).kept).toBe(before.kept);
  });
});

it.each([
  ['an object', 1, { fields: [['a', { set: 1 }]] }],
  ['a list', {}, { items: [] }],
  ['an item', [1], { items: [{ keep: [0, 2] }] }],
  ['an item', [1], { items: [{ at: 1, patch: { set: 2 } }] }],
])('refuses a patch for another view: %s is missing', (what, before, patch) =>
  expect(() => applyPatch(before, sent(patch))).toThrow(what),
);

it.each([[{}], [{ set: undefined }], [{ items: [{}] }], ['set'], [null]])(
  'is not a patch: %j',
  value => expect(viewPatchSchema.safeParse(value).success).toBe(false),
);

function nested(depth: number, leaf: string): unknown {
  let value: unknown = leaf;
  for (let n = 0; n < depth; n += 1) value = { in: value };
  return value;
}
