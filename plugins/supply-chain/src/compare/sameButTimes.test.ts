import { sameButTimes } from './sameButTimes';

describe('sameButTimes', () => {
  it.each([
    ['2026-11-22T21:11:52.123Z done', '2026-11-23T01:00:00Z done'],
    ['2026/11/22 21:11:52 waiting', '2026/11/23 09:01:02 waiting'],
    ['Completed in 1.203s', 'Completed in 12ms'],
    ['took 1m2.5s', 'took 3s'],
    ['added 12 packages in 2 seconds', 'added 12 packages in 31 seconds'],
    ['tag app:b6.20261122.212832', 'tag app:b7.20261123.010101'],
    ['\u001b[32m21:11:52\u001b[0m ok', '1:02:03 ok'],
    [
      'Timer: Rebaser started at 2026-11-22T21:20:11Z',
      'Timer: Rebaser started at 2026-11-24T01:20:11+01:00',
    ],
    ['trailing  ', 'trailing'],
  ])('takes %j and %j for the same', (one, other) =>
    expect(sameButTimes(one)).toBe(sameButTimes(other)),
  );

  it.each([
    ['node 20.1.0', 'node 20.2.0'],
    ['added 12 packages', 'added 13 packages'],
    ['sha256:aa12', 'sha256:bb12'],
    ['layer m1', 'layer m2'],
    ['exit 1', 'exit 2'],
    ['5 s3 buckets', '6 s3 buckets'],
  ])('tells %j from %j', (one, other) =>
    expect(sameButTimes(one)).not.toBe(sameButTimes(other)),
  );
});
