import { mockServices } from '@backstage/backend-test-utils';
import { LOG_LIMITS } from './LogLimits';
import { readLogLimits } from './readLogLimits';

const read = (logs: { [key: string]: number }) =>
  readLogLimits(mockServices.rootConfig({ data: { supplyChain: { logs } } }));

describe('the bounds of logs', () => {
  it('are ours where nothing is set', () => {
    expect(readLogLimits(mockServices.rootConfig())).toEqual(LOG_LIMITS);
  });

  it('are read in the units that people think in', () => {
    expect(
      read({
        ...{ maxMiB: 1, maxLines: 10, maxHours: 0.5 },
        ...{ containers: 3, heldMiB: 2 },
      }),
    ).toEqual({
      each: { bytes: 1_048_576, lines: 10, seconds: 1_800 },
      containers: 3,
      heldBytes: 2_097_152,
    });
  });

  it.each(['maxMiB', 'maxLines', 'maxHours', 'containers', 'heldMiB'])(
    'refuse a %s of nothing at the start',
    key => {
      expect(() => read({ [key]: 0 })).toThrow(`supplyChain.logs.${key}`);
    },
  );
});
