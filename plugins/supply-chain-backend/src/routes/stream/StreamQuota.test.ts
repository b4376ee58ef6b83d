import { StreamQuota } from './StreamQuota';
import { TooManyStreams } from './TooManyStreams';

describe('open streams', () => {
  it('are limited for each person, and given back once', () => {
    const quota = new StreamQuota({ each: 2, all: 10 });
    const first = quota.take('ann');
    quota.take('ann');
    expect(() => quota.take('ann')).toThrow(TooManyStreams);
    quota.take('bob');
    first();
    first();
    quota.take('ann');
    expect(() => quota.take('ann')).toThrow(TooManyStreams);
  });

  it('are limited for everybody together', () => {
    const quota = new StreamQuota({ each: 2, all: 2 });
    quota.take('ann');
    const second = quota.take('bob');
    expect(() => quota.take('eve')).toThrow(TooManyStreams);
    second();
    quota.take('eve');
  });
});
