import fc from 'fast-check';
import { AllRows } from './AllRows';
import { Gaps } from './Gaps';
import { LogBuffer } from './LogBuffer';
import { MatchingRows } from './MatchingRows';

/** A log whose lines are their numbers, and what a search from the top has found in it so far. */
function world(context: number) {
  const buffer = new LogBuffer();
  const gaps = new Gaps();
  const found: number[] = [];
  const matches = {
    get matchingLines() {
      return found.length;
    },
    matchingLine: (index: number) => found[index],
  };
  const rows = new MatchingRows(new AllRows(buffer, gaps), matches, context);
  return {
    rows,
    gaps,
    found,
    append: (count: number) => {
      for (let n = 0; n < count; n += 1)
        buffer.appendLines(`line ${buffer.lineCount}`);
    },
    /** `3` a line, `…2` two rows left out, `gap` lines that nobody has. */
    shown: () =>
      Array.from({ length: rows.count }, (_, n) => {
        const row = rows.rowAt(n);
        if (row.kind === 'line') return `${row.line}`;
        return row.kind === 'gap' ? 'gap' : `…${row.count}`;
      }).join(' '),
  };
}

describe('MatchingRows', () => {
  it.each<[string, number, number[], string]>([
    ['nothing while nothing was found', 2, [], ''],
    ['a match and its surroundings', 2, [10], '…8 8 9 10 11 12'],
    ['matches only', 0, [3, 4, 9], '…3 3 4 …4 9'],
    ['the top without anything before it', 1, [0], '0 1'],
    ['surroundings that overlap once', 2, [5, 8], '…3 3 4 5 6 7 8 9 10'],
    [
      'surroundings that touch without a row between',
      1,
      [5, 8],
      '…4 4 5 6 7 8 9',
    ],
    ['the end', 3, [19], '…16 16 17 18 19'],
  ])('shows %s', (_, context, found, expected) => {
    const { rows, append, found: matches, shown } = world(context);
    append(20);
    matches.push(...found);
    rows.update();
    expect(shown()).toBe(expected);
  });

  it('shows the surroundings that come later', () => {
    const { rows, append, found, shown } = world(2);
    append(5);
    found.push(4);
    rows.update();
    expect(shown()).toBe('…2 2 3 4');
    append(1);
    rows.update();
    expect(shown()).toBe('…2 2 3 4 5');
    append(10);
    rows.update();
    expect(shown()).toBe('…2 2 3 4 5 6');
  });

  it('shows a gap that is near a match', () => {
    const { rows, append, found, gaps, shown } = world(1);
    append(3);
    gaps.add({ beforeLine: 3, says: 'rotated' });
    append(3);
    found.push(3);
    rows.update();
    expect(shown()).toBe('…3 gap 3 4');
  });

  it('knows where a line is, or what stands in its place', () => {
    const { rows, append, found } = world(1);
    append(20);
    found.push(5, 12);
    rows.update();
    // …4 4 5 6 …4 11 12 13
    expect(
      [0, 4, 6, 7, 10, 11, 13, 19].map(line => rows.rowOfLine(line)),
    ).toEqual([0, 1, 3, 4, 4, 5, 7, 7]);
    expect([0, 1, 4, 5].map(row => rows.lineFrom(row))).toEqual([4, 4, 11, 11]);
    expect(rows.bytesOf(0, 3)).toBe('line 4\nline 5\n'.length);
  });

  it('agrees with what one would pick by hand, however it arrives', () => {
    const steps = fc.array(
      fc.record({ lines: fc.nat(12), matches: fc.array(fc.nat(11)) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, fc.nat(4), (arrivals, context) => {
        const { rows, append, found, shown } = world(context);
        let total = 0;
        for (const { lines, matches } of arrivals) {
          append(lines);
          const fresh = [...new Set(matches)].filter(n => n < lines);
          const before = total;
          found.push(...fresh.sort((a, b) => a - b).map(n => before + n));
          total += lines;
          rows.update();
        }
        const wanted = Array.from({ length: total }, (_, n) => n).filter(n =>
          found.some(match => Math.abs(match - n) <= context),
        );
        const expected: string[] = [];
        wanted.forEach((line, n) => {
          const before = wanted[n - 1] ?? -1;
          if (line > before + 1) expected.push(`…${line - before - 1}`);
          expected.push(`${line}`);
        });
        expect(shown()).toBe(expected.join(' '));
        for (const line of wanted)
          expect(rows.rowAt(rows.rowOfLine(line))).toEqual({
            kind: 'line',
            line,
          });
      }),
    );
  });
});
