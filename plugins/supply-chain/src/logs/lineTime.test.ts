import { lineTime, type TimeMode } from './lineTime';

const at = (hour: number, minute: number, second: number, ms: number) =>
  // In the zone of whoever reads, as the clock is.
  new Date(2026, 10, 22, hour, minute, second, ms).getTime();

const LINE = at(21, 21, 28, 51);

describe('lineTime', () => {
  it.each<
    [TimeMode, Partial<Record<'now' | 'start' | 'before', number>>, string]
  >([
    ['off', {}, ''],
    ['clock', {}, '21:21:28.051'],
    ['ago', { now: LINE + 61_000 }, '1 min'],
    ['ago', { now: LINE - 5_000 }, '0 sec'],
    ['since-start', { start: LINE - 12_400 }, '+0:12.400'],
    ['since-start', { start: LINE - 3_723_004 }, '+1:02:03.004'],
    ['since-start', { start: LINE + 1_500 }, '-0:01.500'],
    ['since-start', {}, ''],
    ['since-line', { before: LINE - 51 }, '+0.051 s'],
    ['since-line', {}, ''],
  ])('%s %j is "%s"', (mode, origins, words) => {
    const told = lineTime(mode, LINE, {
      now: LINE,
      start: undefined,
      before: undefined,
      ...origins,
    });
    expect(told.trimStart()).toBe(words);
  });

  it('leaves room where nobody knows, so that texts stay below each other', () => {
    const origins = { now: LINE, start: LINE, before: LINE };
    for (const mode of ['clock', 'ago', 'since-start', 'since-line'] as const)
      expect(lineTime(mode, undefined, origins)).toHaveLength(
        lineTime(mode, LINE, origins).length,
      );
  });
});
