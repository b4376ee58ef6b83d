import { Gaps } from './Gaps';

describe('Gaps', () => {
  it('gives a gap a row of its own and lets lines keep their numbers', () => {
    const gaps = new Gaps();
    const start = { beforeLine: 0, says: 'the start is gone' };
    const away = { beforeLine: 2, says: 'the node was away' };
    gaps.add(start);
    gaps.add(away);
    expect([0, 1, 2, 3, 4].map(row => gaps.rowAt(row))).toEqual([
      { kind: 'gap', gap: start },
      { kind: 'line', line: 0 },
      { kind: 'line', line: 1 },
      { kind: 'gap', gap: away },
      { kind: 'line', line: 2 },
    ]);
    expect([0, 1, 2].map(line => gaps.rowOfLine(line))).toEqual([1, 2, 4]);
    expect([0, 1, 2, 3, 4].map(row => gaps.lineFrom(row))).toEqual([
      0, 0, 1, 2, 2,
    ]);
  });
});
