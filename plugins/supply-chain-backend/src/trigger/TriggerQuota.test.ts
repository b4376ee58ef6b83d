import { FakeClock } from '../clock/FakeClock';
import { TooManyTriggers } from './errors/TooManyTriggers';
import { TriggerQuota, TRIGGERS_MAX, WINDOW_MS } from './TriggerQuota';

describe('TriggerQuota', () => {
  it('lets an image be asked for so often within a minute, and says when again', async () => {
    const clock = new FakeClock();
    const quota = new TriggerQuota(clock);
    for (let i = 0; i < TRIGGERS_MAX; i += 1) {
      quota.take('a');
      await clock.advance(1_000);
    }
    const refused = () => quota.take('a');
    expect(refused).toThrow(TooManyTriggers);
    expect(refused).toThrow(`try again in ${60 - TRIGGERS_MAX} s`);
    quota.take('b');
    await clock.advance(WINDOW_MS - TRIGGERS_MAX * 1_000);
    quota.take('a');
    expect(refused).toThrow(TooManyTriggers);
  });

  it('forgets images that nobody asks for', async () => {
    const clock = new FakeClock();
    const quota = new TriggerQuota(clock);
    for (let i = 0; i < 100; i += 1) quota.take(`image-${i}`);
    await clock.advance(WINDOW_MS);
    quota.take('another');
    expect(quota.size).toBe(1);
  });
});
