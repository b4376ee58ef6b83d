import fc from 'fast-check';
import { EqualHeights } from './EqualHeights';
import { RowViewport } from './RowViewport';
import { WrappedHeights } from './WrappedHeights';

const ROW = 20;
const VIEW = 400;

const plain = (count: number) =>
  new RowViewport(new EqualHeights(count, ROW), VIEW);

/** Where the first seen row is, in px of the view: 0, or above it. */
function edge(viewport: RowViewport, heights: { height(row: number): number }) {
  const { first, top } = viewport.window();
  let at = top - viewport.scrollTop;
  for (let row = first; row < viewport.firstRow; row += 1)
    at += heights.height(row);
  return at;
}

describe('RowViewport', () => {
  it('draws what is seen and a little more', () => {
    const viewport = plain(1000);
    expect(viewport.window()).toEqual({ first: 0, last: 25, top: 0 });
    viewport.scrolledTo(2010);
    expect(viewport.window()).toEqual({ first: 94, last: 126, top: 1880 });
  });

  it('stays where the reader is when rows come', () => {
    const viewport = plain(1000);
    viewport.scrolledTo(2010);
    viewport.update(new EqualHeights(5000, ROW), VIEW);
    expect(viewport.scrollTop).toBe(2010);
    expect(viewport.firstRow).toBe(100);
  });

  it('takes what it said itself for no move of the reader', () => {
    const viewport = plain(1000);
    viewport.show(999, 'end');
    expect(viewport.scrolledTo(viewport.scrollTop + 0.4)).toBe(0);
    expect(viewport.isAtEnd).toBe(true);
    expect(viewport.scrolledTo(viewport.scrollTop - 100)).toBe(-100);
    expect(viewport.isAtEnd).toBe(false);
  });

  it.each([
    ['start', 500],
    ['center', 490],
    ['end', 481],
  ] as const)('shows a row at the %s', (align, first) => {
    const viewport = plain(1000);
    viewport.show(500, align);
    expect(viewport.firstRow).toBe(first);
  });

  it('shows few rows from the top, without anything to scroll', () => {
    const viewport = plain(3);
    viewport.show(2, 'end');
    expect(viewport.window()).toEqual({ first: 0, last: 2, top: 0 });
    expect(viewport.elementHeight).toBe(60);
  });

  it('is content without rows', () => {
    const viewport = plain(0);
    expect(viewport.window().last).toBe(-1);
    viewport.update(new EqualHeights(10, ROW), VIEW);
    expect(viewport.window()).toEqual({ first: 0, last: 9, top: 0 });
  });

  describe('with ten million rows', () => {
    const TEN_MILLION = 10_000_000;

    it('reaches the end and comes back', () => {
      const viewport = plain(TEN_MILLION);
      viewport.scrolledTo(viewport.elementHeight - VIEW);
      expect(viewport.window().last).toBe(TEN_MILLION - 1);
      expect(viewport.isAtEnd).toBe(true);
      viewport.scrolledTo(0);
      expect(viewport.firstRow).toBe(0);
    });

    it('shows the middle for the middle of the scroll bar', () => {
      const viewport = plain(TEN_MILLION);
      viewport.scrolledTo((viewport.elementHeight - VIEW) / 2);
      expect(viewport.firstRow / TEN_MILLION).toBeCloseTo(0.5, 4);
    });

    it('still goes line by line', () => {
      const viewport = plain(TEN_MILLION);
      viewport.scrolledTo(5_000_000);
      const { firstRow } = viewport;
      viewport.scrolledTo(5_000_000 + 5 * ROW);
      expect(viewport.firstRow).toBe(firstRow + 5);
      expect(viewport.settle()).toBe(true);
      expect(viewport.firstRow).toBe(firstRow + 5);
    });

    it('misses no row on the way to the end by the wheel', () => {
      const viewport = plain(TEN_MILLION);
      viewport.show(TEN_MILLION - 150_000, 'start');
      let before = viewport.firstRow;
      for (let n = 0; n < 10_000 && !viewport.isAtEnd; n += 1) {
        const bar = Math.min(
          viewport.scrollTop + 800,
          viewport.elementHeight - VIEW,
        );
        viewport.scrolledTo(bar);
        if (viewport.mustSettle) viewport.settle();
        expect(viewport.firstRow - before).toBeLessThanOrEqual(40);
        before = viewport.firstRow;
      }
      expect(viewport.isAtEnd).toBe(true);
    });
  });

  describe('with rows that wrap', () => {
    /** Guessed: one line each. What they are: up to nine. */
    const real = (row: number) => ROW * ((row % 9) + 1);

    function wrapped(count: number) {
      const heights = new WrappedHeights({
        line: ROW,
        columns: 80,
        bytes: (from, to) => (to - from) * 40,
      });
      heights.setCount(count);
      return heights;
    }

    /** As a browser draws and measures. */
    function draw(viewport: RowViewport, heights: WrappedHeights) {
      for (let again = true; again; ) {
        again = false;
        const { first, last } = viewport.window();
        for (let row = first; row <= last; row += 1)
          again = heights.measure(row, real(row)) || again;
        if (again) viewport.changed();
      }
    }

    it('keeps the reader`s row where it is when the rows above turn out higher', () => {
      const heights = wrapped(100_000);
      const viewport = new RowViewport(heights, VIEW);
      viewport.scrolledTo(1_000_000);
      const row = viewport.firstRow;
      const at = edge(viewport, heights);
      draw(viewport, heights);
      expect(viewport.firstRow).toBe(row);
      expect(edge(viewport, heights)).toBe(at);
    });

    it('keeps the end in sight while it is measured', () => {
      const heights = wrapped(100_000);
      const viewport = new RowViewport(heights, VIEW);
      viewport.show(99_999, 'end');
      draw(viewport, heights);
      expect(viewport.isAtEnd).toBe(true);
      expect(viewport.window().last).toBe(99_999);
    });

    it('moves by exactly what the wheel says, wherever it begins and however it goes', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 500, max: 99_500 }),
          fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 30 }),
          (start, wheel) => {
            const heights = wrapped(100_000);
            const viewport = new RowViewport(heights, VIEW);
            viewport.show(start, 'start');
            draw(viewport, heights);
            for (const by of wheel) {
              const { firstRow } = viewport;
              const before = edge(viewport, heights);
              viewport.scrolledTo(viewport.scrollTop + by);
              draw(viewport, heights);
              let moved = before - edge(viewport, heights);
              for (let row = firstRow; row < viewport.firstRow; row += 1)
                moved += real(row);
              for (let row = viewport.firstRow; row < firstRow; row += 1)
                moved -= real(row);
              expect(moved).toBe(by);
            }
          },
        ),
        { numRuns: 50 },
      );
    });
  });

  it.each([
    ['a log that fits into the view: the rows themselves', 10, 5, 5 * ROW],
    ['the start of a long one', 1000, 0, 0],
    ['its middle', 1000, 500, VIEW / 2],
    ['its last row', 1000, 999, VIEW - (VIEW * ROW) / (1000 * ROW)],
  ])('puts marks beside %s', (_, count, row, px) => {
    expect(plain(count).shareOf(row) * VIEW).toBeCloseTo(px, 5);
  });

  it('finds rows beside the scroll bar where it puts their marks, also in logs higher than an element', () => {
    const counts = fc.oneof(
      fc.nat(50),
      fc.integer({ min: 1, max: 50_000_000 }),
    );
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, at) => {
          const viewport = plain(n + 1);
          const row = Math.floor(at * n);
          // Numbers of this size are exact to a thousandth of a row.
          const found = viewport.rowAtShare(viewport.shareOf(row) + 1e-9);
          expect(Math.abs(found - row)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
