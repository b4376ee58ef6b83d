import fc from 'fast-check';
import { leastOf } from './leastOf';

describe('leastOf', () => {
  it('is the beginning of all of them sorted', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(200)),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(1, -1),
        (all, most, way) => {
          const compare = (a: number, b: number) => way * (a - b);
          expect(leastOf(all, most, compare)).toEqual(
            [...all].sort(compare).slice(0, most),
          );
        },
      ),
    );
  });

  it('looks once at nearly all of many', () => {
    const all = Array.from({ length: 10_000 }, (_, n) => (n * 7919) % 10_007);
    let looks = 0;
    leastOf(all, 100, (a, b) => {
      looks += 1;
      return a - b;
    });
    expect(looks).toBeLessThan(20_000);
  });
});
