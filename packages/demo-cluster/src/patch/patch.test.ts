import fc from 'fast-check';
import { jsonPatch } from './jsonPatch.ts';
import { mergePatch } from './mergePatch.ts';

describe('mergePatch', () => {
  // Appendix A of RFC 7396
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'foo' }, null, null],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (target, patch, expected) => {
    expect(mergePatch(target, patch)).toEqual(expected);
  });

  it('leaves its input alone, and keys like __proto__ harmless', () => {
    const target = { a: { b: 1 } };
    const patched = mergePatch(
      target,
      JSON.parse('{"__proto__": {"x": 1}, "a": {"b": 2}}'),
    );
    expect(target).toEqual({ a: { b: 1 } });
    expect(Object.hasOwn(patched as object, '__proto__')).toBe(true);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('twice is as good as once', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (target, patch) => {
        const once = mergePatch(target, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });
});

describe('jsonPatch', () => {
  it.each([
    [{ a: 1 }, [{ op: 'add', path: '/b', value: 2 }], { a: 1, b: 2 }],
    [{ a: [1, 3] }, [{ op: 'add', path: '/a/1', value: 2 }], { a: [1, 2, 3] }],
    [{ a: [1] }, [{ op: 'add', path: '/a/-', value: 2 }], { a: [1, 2] }],
    [{ a: [1, 2] }, [{ op: 'remove', path: '/a/0' }], { a: [2] }],
    [
      { 'a/b': 1, 'c~d': 2 },
      [
        { op: 'remove', path: '/a~1b' },
        { op: 'replace', path: '/c~0d', value: 3 },
      ],
      { 'c~d': 3 },
    ],
    [
      { a: { b: 1 } },
      [{ op: 'move', from: '/a/b', path: '/c' }],
      { a: {}, c: 1 },
    ],
    [
      { a: { b: 1 } },
      [{ op: 'copy', from: '/a', path: '/c' }],
      { a: { b: 1 }, c: { b: 1 } },
    ],
    [
      { a: { b: [1] } },
      [{ op: 'test', path: '/a', value: { b: [1] } }],
      { a: { b: [1] } },
    ],
    [{ a: [1, 2] }, [{ op: 'replace', path: '/a/1', value: 3 }], { a: [1, 3] }],
    [{ a: 1 }, [{ op: 'replace', path: '', value: 7 }], 7],
  ])('%j with %j is %j', (target, operations, expected) => {
    const before = JSON.stringify(target);
    expect(jsonPatch(target, operations)).toEqual(expected);
    expect(JSON.stringify(target)).toBe(before);
  });

  it.each([
    [{ op: 'test', path: '/a', value: 2 }],
    [{ op: 'remove', path: '/b' }],
    [{ op: 'replace', path: '/b', value: 1 }],
    [{ op: 'add', path: '/b/c', value: 1 }],
    [{ op: 'add', path: '/l/2', value: 1 }],
    [{ op: 'add', path: '/l/01', value: 1 }],
    [{ op: 'add', path: 'a', value: 1 }],
    [{ op: 'copy', path: '/c', from: '/toString' }],
    [{ op: 'dance', path: '/a' }],
  ])('cannot do %j', operation => {
    expect(() => jsonPatch({ a: 1, l: [1] }, [operation])).toThrow(Error);
  });
});
