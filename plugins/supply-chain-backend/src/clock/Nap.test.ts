import { FakeClock } from './FakeClock';
import { Nap } from './Nap';

describe('Nap', () => {
  it('lasts as long as it should', async () => {
    const clock = new FakeClock();
    let awake = false;
    const nap = new Nap(clock)
      .sleep(1000, new AbortController().signal)
      .then(() => (awake = true));
    await clock.advance(999);
    expect(awake).toBe(false);
    await clock.advance(1);
    await nap;
    expect(awake).toBe(true);
  });

  it('can be ended early, which is no error', async () => {
    const clock = new FakeClock();
    const nap = new Nap(clock);
    const sleeping = nap.sleep(1000, new AbortController().signal);
    nap.wake();
    await expect(sleeping).resolves.toBeUndefined();
    expect(clock.waits).toEqual([]);
  });

  it('ends with its signal, for its reason', async () => {
    const clock = new FakeClock();
    const life = new AbortController();
    const sleeping = new Nap(clock).sleep(1000, life.signal);
    life.abort(new Error('stop'));
    await expect(sleeping).rejects.toThrow('stop');
    expect(clock.waits).toEqual([]);
  });
});
