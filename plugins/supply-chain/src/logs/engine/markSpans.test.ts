import fc from 'fast-check';
import { markSpans } from './markSpans';
import { PLAIN, type SgrState } from './SgrState';

const RED: SgrState = { foreground: { palette: 1 } };

describe('markSpans', () => {
  it('marks a match that runs over a change of style', () => {
    expect(
      markSpans(
        [
          { text: 'npm ', style: PLAIN },
          { text: 'error', style: RED },
          { text: ' code', style: PLAIN },
        ],
        /npm error/gi,
      ),
    ).toEqual([
      { text: 'npm ', style: PLAIN, mark: 'match' },
      { text: 'error', style: RED, mark: 'match' },
      { text: ' code', style: PLAIN },
    ]);
  });

  it('tells the match the reader is at from the others', () => {
    expect(markSpans([{ text: 'xax', style: PLAIN }], /X/gi, 1)).toEqual([
      { text: 'x', style: PLAIN, mark: 'match' },
      { text: 'a', style: PLAIN },
      { text: 'x', style: PLAIN, mark: 'current' },
    ]);
  });

  it('never changes the text', () => {
    const spans = fc.array(
      fc.record({
        text: fc.string({ unit: fc.constantFrom('a', 'b', 'ß', '😀') }),
        style: fc.constantFrom(PLAIN, RED),
      }),
    );
    fc.assert(
      fc.property(
        spans,
        fc.string({ unit: fc.constantFrom('a', 'b') }),
        (given, query) => {
          const text = (of: readonly { text: string }[]) =>
            of.map(each => each.text).join('');
          const pattern = query ? new RegExp(query, 'gi') : /b*/g;
          expect(text(markSpans(given, pattern))).toBe(text(given));
        },
      ),
    );
  });
});
