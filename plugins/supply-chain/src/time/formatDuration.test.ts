import { formatDuration } from './formatDuration';

describe('formatDuration', () => {
  it.each([
    [0, '< 1 s'],
    [-5, '< 1 s'],
    [480, '0.5 s'],
    [1000, '1 s'],
    [8100, '8.1 s'],
    [9960, '10 s'],
    [59_400, '59 s'],
    [59_600, '1 min 00 s'],
    [185_000, '3 min 05 s'],
    [3_600_000, '1 h 00 min'],
    [3_599_600, '1 h 00 min'],
    [7_620_000, '2 h 07 min'],
  ])('%d ms are %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
});
