import { mockServices } from '@backstage/backend-test-utils';
import { readStreamLimits } from './readStreamLimits';
import { STREAM_LIMITS } from './StreamLimits';

const read = (streams: { [key: string]: number }) =>
  readStreamLimits(
    mockServices.rootConfig({ data: { supplyChain: { streams } } }),
  );

describe('the limits of open streams', () => {
  it('are ours where nothing is set', () => {
    expect(readStreamLimits(mockServices.rootConfig())).toEqual(STREAM_LIMITS);
  });

  it('are set one by one', () => {
    const { each, all } = STREAM_LIMITS;
    expect(read({ perPerson: 2 })).toEqual({ each: 2, all });
    expect(read({ total: 50_000 })).toEqual({ each, all: 50_000 });
  });

  it.each(
    ['perPerson', 'total'].flatMap(key =>
      [-1, 0, 1, 2.5, Number.MAX_VALUE].map(value => [key, value] as const),
    ),
  )('refuse at the start a %s of %d', (key, value) => {
    expect(() => read({ [key]: value })).toThrow(
      `supplyChain.streams.${key} has to be a whole number of at least 2`,
    );
  });
});
