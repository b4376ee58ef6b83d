import { formatLineRange, parseLineRange } from './lineRange';

describe('line ranges', () => {
  it.each([
    ['38', { from: 38, to: 38 }, '38'],
    ['38-41', { from: 38, to: 41 }, '38-41'],
    ['41-38', { from: 38, to: 41 }, '38-41'],
    ['7-7', { from: 7, to: 7 }, '7'],
  ])('%s', (text, range, written) => {
    expect(parseLineRange(text)).toEqual(range);
    expect(formatLineRange(range)).toBe(written);
  });

  it.each([null, '', '0', '-3', '3-', 'x', '1e3', '3-x', '12345678901'])(
    '%j is none',
    text => expect(parseLineRange(text)).toBeUndefined(),
  );
});
