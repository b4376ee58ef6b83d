import type { BuildRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { paymentsHistory } from '../testing/buildFixtures';
import { buildTimes } from './buildTimes';

const [row] = paymentsHistory.builds;
const builds = (...times: (number | undefined)[]): BuildRow[] =>
  times.map((durationMs, index) => {
    const { durationMs: _, ...rest } = { ...row } as BuildRow;
    return {
      ...rest,
      number: index,
      ...(durationMs === undefined ? {} : { durationMs }),
    };
  });

describe('buildTimes', () => {
  it.each([
    [[5], 5, 5],
    [[1, 9], 1, 9],
    [[9, 1, 5], 5, 9],
    [[3, undefined, 1, 2, 8], 2, 8],
  ])('of %j: half took %s or less, the longest %s', (times, half, longest) => {
    const told = buildTimes(builds(...times));
    expect([told?.half, told?.longest.durationMs]).toEqual([half, longest]);
  });

  it('tells nothing before a build is over', () => {
    expect(buildTimes([])).toBeUndefined();
    expect(buildTimes(builds(undefined))).toBeUndefined();
  });
});
