import { Deadline } from './Deadline';
import { FakeClock } from './FakeClock';

describe('Deadline', () => {
  it('aborts when it was not renewed in time', async () => {
    const clock = new FakeClock();
    const deadline = new Deadline(clock, new AbortController().signal);
    deadline.renew(1000);
    await clock.advance(999);
    expect(deadline.signal.aborted).toBe(false);
    await clock.advance(1);
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.passed).toBe(true);
  });

  it('counts from the last renewal, with one timer for a thousand of them', async () => {
    const clock = new FakeClock();
    const deadline = new Deadline(clock, new AbortController().signal);
    for (let i = 0; i < 1000; i += 1) {
      deadline.renew(1000);
      await Promise.resolve();
    }
    expect(clock.waits).toHaveLength(1);
    await clock.advance(600);
    deadline.renew(1000);
    await clock.advance(999);
    expect(deadline.passed).toBe(false);
    await clock.advance(1);
    expect(deadline.passed).toBe(true);
  });

  it('can be brought forward and lifted', async () => {
    const clock = new FakeClock();
    const deadline = new Deadline(clock, new AbortController().signal);
    deadline.renew(10_000);
    deadline.renew(Infinity);
    await clock.advance(20_000);
    expect(deadline.signal.aborted).toBe(false);
    deadline.renew(5_000);
    deadline.renew(100);
    await clock.advance(100);
    expect(deadline.passed).toBe(true);
  });

  it('follows its parent, for the same reason', () => {
    const parent = new AbortController();
    const deadline = new Deadline(new FakeClock(), parent.signal);
    const reason = new Error('left');
    parent.abort(reason);
    expect(deadline.signal.reason).toBe(reason);
    expect(deadline.passed).toBe(false);
  });

  it('is aborted from the start when its parent is', () => {
    const deadline = new Deadline(new FakeClock(), AbortSignal.abort());
    expect(deadline.signal.aborted).toBe(true);
  });

  it('leaves no timer behind when it ends', async () => {
    const clock = new FakeClock();
    const deadline = new Deadline(clock, new AbortController().signal);
    deadline.renew(1000);
    deadline.end();
    await clock.settle();
    expect(clock.waits).toEqual([]);
    await clock.advance(5000);
    expect(deadline.signal.aborted).toBe(false);
  });
});
