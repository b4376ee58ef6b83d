import fc from 'fast-check';
import { ScrollScale, TALLEST } from './ScrollScale';

const VIEW = 800;

describe('ScrollScale', () => {
  it('is the identity for what a browser can lay out', () => {
    const scale = new ScrollScale(1_000_000, VIEW);
    expect(scale.elementHeight).toBe(1_000_000);
    expect([0, 1234, 999_200].map(bar => scale.topAt(bar))).toEqual([
      0, 1234, 999_200,
    ]);
  });

  it('ends where the content ends, however short', () => {
    const scale = new ScrollScale(100, VIEW);
    expect(scale.topAt(0)).toBe(0);
    expect(scale.barAt(0)).toBe(0);
    expect(scale.end).toBe(0);
  });

  it('never asks for a higher element than browsers have, and reaches both ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), height => {
        const scale = new ScrollScale(height, VIEW);
        expect(scale.elementHeight).toBeLessThanOrEqual(TALLEST);
        expect(scale.topAt(0)).toBe(0);
        expect(scale.topAt(scale.end)).toBe(Math.max(0, height - VIEW));
      }),
    );
  });

  it('goes there and back, and never backwards', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 11 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (height, one, other) => {
          const scale = new ScrollScale(height, VIEW);
          const [low, high] = [one, other]
            .map(share => share * scale.end)
            .sort((a, b) => a - b) as [number, number];
          expect(scale.barAt(scale.topAt(low))).toBeCloseTo(low, 2);
          expect(scale.topAt(low)).toBeLessThanOrEqual(scale.topAt(high));
        },
      ),
    );
  });
});
