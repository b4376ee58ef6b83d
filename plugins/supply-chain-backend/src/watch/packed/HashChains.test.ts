import fc from 'fast-check';
import { HashChains } from './HashChains';

describe('HashChains', () => {
  it('finds what is in it and nothing else, also among equal hashes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.boolean())),
        fc.constantFrom(
          (id: number) => id % 3,
          (id: number) => -id,
          (id: number) => Math.imul(id, 0x9e3779b1),
        ),
        (steps, hashOf) => {
          const chains = new HashChains();
          const model = new Set<number>();
          for (const [id, stays] of steps) {
            if (model.delete(id)) chains.remove(id);
            if (!stays) continue;
            model.add(id);
            chains.add(id, hashOf(id));
          }
          for (let id = 0; id <= 60; id += 1) {
            const found = [];
            for (
              let at = chains.first(hashOf(id));
              at !== -1;
              at = chains.after(at)
            ) {
              found.push(at);
            }
            const same = [...model].filter(each => hashOf(each) === hashOf(id));
            expect(found.sort((a, b) => a - b)).toEqual(
              same.sort((a, b) => a - b),
            );
          }
        },
      ),
    );
  });
});
