import fc from 'fast-check';
import { stripScale } from './stripScale';

describe('stripScale', () => {
  it('fits the width where it can, and is never narrower than a title', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(4000),
        (columns, width) => {
          const { card, column } = stripScale(columns, width);
          expect(card).toBeGreaterThanOrEqual(128);
          if (card > 128) {
            expect((columns - 1) * column + card).toBeLessThanOrEqual(width);
          }
        },
      ),
    ));

  it.each([undefined, 0])('has a width before it was measured (%s)', width =>
    expect(stripScale(0, width).card).toBeGreaterThan(0),
  );
});
