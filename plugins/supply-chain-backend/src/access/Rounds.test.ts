import { FakeClock } from '../clock/FakeClock';
import { Rounds } from './Rounds';

const ROUND_MS = 50_000;

function setUp() {
  const clock = new FakeClock();
  const life = new AbortController();
  const rounds = new Rounds(clock, ROUND_MS, life.signal);
  return { clock, life, rounds };
}

/** Something to wait for that comes when it is told to. */
function later<T>() {
  let come: (value: T) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    come = resolve;
    fail = reject;
  });
  return { promise, come, fail };
}

describe('rounds beside waiting', () => {
  it('let through what comes before the next one', async () => {
    const { clock, rounds } = setUp();
    const { promise, come } = later<string>();
    const told = rounds.before(promise);
    await clock.advance(ROUND_MS - 1);
    come('a line');
    expect(await told).toBe('a line');
  });

  it('come again and again while nothing else does, and lose nothing of it', async () => {
    const { clock, rounds } = setUp();
    const { promise, come } = later<string>();
    for (let round = 0; round < 3; round += 1) {
      const told = rounds.before(promise);
      await clock.advance(ROUND_MS);
      expect(await told).toBe('due');
    }
    const told = rounds.before(promise);
    come('a line');
    expect(await told).toBe('a line');
  });

  it('are due at the next waiting when one was missed, once however many were', async () => {
    const { clock, rounds } = setUp();
    await clock.advance(5 * ROUND_MS);
    expect(await rounds.before(later().promise)).toBe('due');
    const { promise, come } = later<string>();
    const told = rounds.before(promise);
    come('a line');
    expect(await told).toBe('a line');
  });

  it('fail as what is waited for fails', async () => {
    const { rounds } = setUp();
    const { promise, fail } = later();
    const told = rounds.before(promise);
    fail(new Error('broken off'));
    await expect(told).rejects.toThrow('broken off');
  });

  it('leave no timer behind when their time is over', async () => {
    const { clock, life } = setUp();
    expect(clock.waits).toEqual([ROUND_MS]);
    life.abort();
    await clock.settle();
    expect(clock.waits).toEqual([]);
  });
});
