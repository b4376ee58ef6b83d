import fc from 'fast-check';
import { DependencyIndex } from './DependencyIndex';

/** Few of each, so that they meet; some only differ in their upper bits, which share a chain. */
const dependencies = fc.uniqueArray(
  fc.constantFrom(0, 1, 2, -1, 0x10000, 0x20000, 0x7fffffff),
);
const step = fc.record({ view: fc.nat(9), on: dependencies });

describe('an index of dependencies', () => {
  it('knows after any changes which views depend on what', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const index = new DependencyIndex();
        const model = new Map<number, readonly number[]>();
        for (const { view, on } of steps) {
          if (on.length === 0) index.remove(view);
          else index.set(view, on);
          model.set(view, on);
          for (const each of [0, 1, 2, -1, 0x10000, 0x20000, 0x7fffffff, 7]) {
            const expected = [...model]
              .filter(([, all]) => all.includes(each))
              .map(([name]) => name);
            expect([...index.views(each)].sort()).toEqual(expected.sort());
          }
        }
      }),
    );
  });
});
