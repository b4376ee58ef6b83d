import { SystemClock } from './SystemClock';

describe('SystemClock', () => {
  it('sleeps', async () => {
    const clock = new SystemClock();
    const from = clock.now();
    await clock.sleep(20, new AbortController().signal);
    // Timers may fire a millisecond early by the wall clock.
    expect(clock.now() - from).toBeGreaterThanOrEqual(19);
  });

  it('stops sleeping when aborted, and does not begin when it already is', async () => {
    const clock = new SystemClock();
    const life = new AbortController();
    const sleeping = clock.sleep(60_000, life.signal);
    life.abort(new Error('stop'));
    await expect(sleeping).rejects.toThrow('stop');
    await expect(clock.sleep(60_000, life.signal)).rejects.toThrow('stop');
  });
});
