import { Gaps } from './Gaps';

describe('Gaps', () => {
  it('gives a gap a row of its own and lets lines keep their numbers', () => {
    const gaps = new Gaps();
    gaps.add(0, 'the start is gone');
    gaps.add(2, 'the node was away');
    expect([0, 1, 2, 3, 4].map(row => gaps.rowAt(row))).toEqual([
      { kind: 'gap', says: 'the start is gone' },
      { kind: 'line', line: 0 },
      { kind: 'line', line: 1 },
      { kind: 'gap', says: 'the node was away' },
      { kind: 'line', line: 2 },
    ]);
    expect([0, 1, 2].map(line => gaps.rowOfLine(line))).toEqual([1, 2, 4]);
    expect([0, 1, 2, 3, 4].map(row => gaps.lineFrom(row))).toEqual([
      0, 0, 1, 2, 2,
    ]);
  });
});
