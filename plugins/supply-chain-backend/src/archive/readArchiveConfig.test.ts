import { mockServices } from '@backstage/backend-test-utils';
import { readArchiveConfig } from './readArchiveConfig';

const read = (archive: { [key: string]: number | boolean }) =>
  readArchiveConfig(
    mockServices.rootConfig({ data: { supplyChain: { logs: { archive } } } }),
  );

describe('the configuration of the archive', () => {
  it('keeps the logs of fifty builds of an image for a month, in two GiB, when nothing is set', () => {
    const nothing = readArchiveConfig(mockServices.rootConfig({ data: {} }));
    expect(nothing).toEqual({
      limits: {
        maxAgeMs: 30 * 24 * 3_600_000,
        buildsPerImage: 50,
        totalBytes: 2 * 1024 ** 3,
      },
      maxLogBytes: 64 * 1024 ** 2,
    });
  });

  it('reads each limit', () => {
    expect(
      read({
        keepDays: 2,
        keepBuildsPerImage: 3,
        maxTotalMiB: 4,
        maxLogMiB: 0.5,
      }),
    ).toEqual({
      limits: {
        maxAgeMs: 2 * 24 * 3_600_000,
        buildsPerImage: 3,
        totalBytes: 4 * 1024 ** 2,
      },
      maxLogBytes: 512 * 1024,
    });
  });

  it('is none when it is switched off', () => {
    expect(read({ enabled: false })).toBeUndefined();
  });

  it.each(['keepDays', 'keepBuildsPerImage', 'maxTotalMiB', 'maxLogMiB'])(
    'refuses a %s of nothing, and says how to keep nothing',
    key => {
      expect(() => read({ [key]: 0 })).toThrow(
        `supplyChain.logs.archive.${key} has to be greater than 0: to keep no logs, set supplyChain.logs.archive.enabled to false`,
      );
    },
  );
});
