import { timeChange } from './timeChange';

describe('timeChange', () => {
  it.each<[number | undefined, number | undefined, string]>([
    [1000, 4000, '+3 s'],
    [64_000, 2000, '−1 min 02 s'],
    [1000, 1500, '='],
    [undefined, 1, ''],
    [1, undefined, ''],
  ])('from %p to %p is %p', (from, to, words) =>
    expect(timeChange(from, to)).toBe(words),
  );
});
