import fc from 'fast-check';
import { WrappedHeights } from './WrappedHeights';

/** Row `n` has `n % 7` times ten characters; ten fit into a line. */
const estimate = {
  line: 20,
  columns: 10,
  bytes: (from: number, to: number) => {
    let bytes = 0;
    for (let row = from; row < to; row += 1) bytes += (row % 7) * 10;
    return bytes;
  },
};

function heightsOf(count: number) {
  const heights = new WrappedHeights(estimate);
  heights.setCount(count);
  return heights;
}

describe('WrappedHeights', () => {
  it('guesses a row from its bytes, at least one line', () => {
    const heights = heightsOf(7);
    expect([0, 1, 2, 6].map(row => heights.height(row))).toEqual([
      20, 20, 40, 120,
    ]);
    expect(heights.total).toBe(20 + 20 + 40 + 60 + 80 + 100 + 120);
  });

  it('believes what was measured', () => {
    const heights = heightsOf(7);
    expect(heights.measure(2, 400)).toBe(true);
    expect(heights.measure(2, 400)).toBe(false);
    expect(heights.height(2)).toBe(400);
    expect(heights.top(3)).toBe(440);
    expect(heights.rowAt(439)).toBe(2);
    expect(heights.rowAt(440)).toBe(3);
  });

  it('keeps what is known when rows come', () => {
    const heights = heightsOf(3);
    heights.measure(0, 60);
    heights.setCount(600);
    expect(heights.height(0)).toBe(60);
    expect(heights.count).toBe(600);
    expect(heights.rowAt(heights.total + 1000)).toBe(599);
  });

  it('agrees with itself, wherever one looks and whatever was measured', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.array(fc.tuple(fc.nat(1999), fc.integer({ min: 1, max: 900 })), {
          maxLength: 20,
        }),
        fc.nat(1999),
        (count, measured, asked) => {
          const heights = heightsOf(count);
          for (const [row, height] of measured)
            if (row < count) heights.measure(row, height);
          const row = asked % count;
          const top = heights.top(row);
          expect(heights.rowAt(top)).toBe(row);
          expect(heights.rowAt(top + heights.height(row) - 0.5)).toBe(row);
          expect(top + heights.height(row)).toBeLessThanOrEqual(
            heights.total + 0.001,
          );
        },
      ),
    );
  });
});
