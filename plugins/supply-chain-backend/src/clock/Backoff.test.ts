import fc from 'fast-check';
import { Backoff } from './Backoff';

describe('Backoff', () => {
  it('starts at half a second and doubles up to thirty', () => {
    const backoff = new Backoff(() => 1);
    expect(Array.from({ length: 9 }, () => backoff.next())).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  it('starts anew after a reset', () => {
    const backoff = new Backoff(() => 0);
    backoff.next();
    backoff.next();
    backoff.reset();
    expect(backoff.next()).toBe(250);
  });

  it('leaves half of each pause to chance, and never passes its cap', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
          {
            minLength: 1,
            maxLength: 30,
          },
        ),
        chances => {
          let turn = 0;
          const backoff = new Backoff(() => chances[turn++] ?? 0, 10_000);
          for (const [n] of chances.entries()) {
            const ceiling = Math.min(10_000, 500 * 2 ** n);
            const pause = backoff.next();
            expect(pause).toBeGreaterThanOrEqual(ceiling / 2);
            expect(pause).toBeLessThanOrEqual(ceiling);
          }
        },
      ),
    );
  });
});
