import type { Clock } from '../state/Clock.ts';
import { Tempo } from './Tempo.ts';

class HandClock implements Clock {
  #now = 0;
  readonly #timers = new Map<symbol, { at: number; run: () => void }>();

  get waiting(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  after(delay: number, run: () => void): () => void {
    const key = Symbol('timer');
    this.#timers.set(key, { at: this.#now + delay, run });
    return () => this.#timers.delete(key);
  }

  async pass(span: number): Promise<void> {
    this.#now += span;
    for (const [key, { at, run }] of [...this.#timers])
      if (at <= this.#now) {
        this.#timers.delete(key);
        run();
      }
    await new Promise(setImmediate);
  }
}

function setUp(speed: number) {
  const clock = new HandClock();
  const ending = new AbortController();
  const tempo = new Tempo({ clock, signal: ending.signal, speed });
  const done: string[] = [];
  const wait = (ms: number) =>
    tempo.wait(ms).then(
      () => done.push('done'),
      (error: Error) => done.push(error.message),
    );
  return { clock, ending, tempo, done, wait };
}

describe('Tempo', () => {
  it('lets recorded time pass as fast as it is told', async () => {
    const { clock, done, wait } = setUp(10);
    void wait(1_000);
    await clock.pass(99);
    expect(done).toEqual([]);
    await clock.pass(1);
    expect(done).toEqual(['done']);
  });

  it('changes speed for what already waits', async () => {
    const { clock, tempo, done, wait } = setUp(1);
    void wait(1_000);
    await clock.pass(500);
    tempo.speed = 100;
    await clock.pass(4);
    expect(done).toEqual([]);
    await clock.pass(1);
    expect(done).toEqual(['done']);
  });

  it('ends all waits and their timers with the signal', async () => {
    const { clock, ending, done, wait } = setUp(1);
    void wait(1_000);
    void wait(2_000);
    expect(clock.waiting).toBe(2);
    ending.abort(new Error('over'));
    await clock.pass(0);
    expect(done).toEqual(['over', 'over']);
    expect(clock.waiting).toBe(0);
    void wait(1);
    await clock.pass(0);
    expect(done).toEqual(['over', 'over', 'over']);
  });
});
