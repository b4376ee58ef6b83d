import { FakeClock } from '../clock/FakeClock';
import { AHEAD_BYTES, CAUGHT_UP_BYTES, Pacer, PAUSE_MS } from './Pacer';

const never = new AbortController().signal;

function setUp(...taken: number[]) {
  const clock = new FakeClock();
  const pacer = new Pacer(clock);
  const readers = taken.map(each => ({ taken: each }));
  for (const reader of readers) pacer.join(reader);
  /** Whether more may be read. */
  const asked = (total: number, signal = never) => {
    const answer = { isReady: false, failed: undefined as unknown };
    pacer
      .ready(() => total, signal)
      .then(
        () => {
          answer.isReady = true;
        },
        error => {
          answer.failed = error;
        },
      );
    return answer;
  };
  return { clock, pacer, readers, asked };
}

describe('the pace at which a log is read', () => {
  it.each([
    ['nothing was read', [0], 0, true],
    ['its reader is as far behind as it may be', [0], AHEAD_BYTES, true],
    ['its reader is further behind', [0], AHEAD_BYTES + 1, false],
    ['one of its readers keeps up', [0, AHEAD_BYTES], AHEAD_BYTES + 1, true],
    ['nobody reads', [], AHEAD_BYTES + 1, false],
  ])('where %s', async (_, taken, total, isReady) => {
    const { clock, asked } = setUp(...taken);
    const answer = asked(total);
    await clock.advance(0);
    expect(answer.isReady).toBe(isReady);
  });

  it('goes on when its reader has caught up, and not before', async () => {
    const { clock, pacer, readers, asked } = setUp(0);
    const total = AHEAD_BYTES + 1;
    const answer = asked(total);
    for (const [left, isReady] of [
      [AHEAD_BYTES, false],
      [CAUGHT_UP_BYTES + 1, false],
      [CAUGHT_UP_BYTES, true],
    ] as const) {
      Object.assign(readers[0]!, { taken: total - left });
      pacer.took();
      await clock.advance(0);
      expect([left, answer.isReady]).toEqual([left, isReady]);
    }
    expect(clock.waits).toEqual([]);
  });

  it('goes on after half a minute, and waits for nobody until somebody has caught up', async () => {
    const { clock, pacer, readers, asked } = setUp(0);
    const first = asked(AHEAD_BYTES + 1);
    await clock.advance(PAUSE_MS - 1);
    expect(first.isReady).toBe(false);
    await clock.advance(1);
    expect(first.isReady).toBe(true);
    const second = asked(AHEAD_BYTES * 3);
    await clock.advance(0);
    expect(second.isReady).toBe(true);

    Object.assign(readers[0]!, { taken: AHEAD_BYTES * 3 });
    pacer.took();
    asked(AHEAD_BYTES * 3);
    await clock.advance(0);
    const third = asked(AHEAD_BYTES * 5);
    await clock.advance(0);
    expect(third.isReady).toBe(false);
  });

  it('measures from where the last reader was who left', async () => {
    const { clock, pacer, readers, asked } = setUp(AHEAD_BYTES);
    asked(AHEAD_BYTES);
    await clock.advance(0);
    pacer.leave(readers[0]!);
    const near = asked(AHEAD_BYTES * 2);
    const far = asked(AHEAD_BYTES * 2 + 1);
    await clock.advance(0);
    expect([near.isReady, far.isReady]).toEqual([true, false]);
  });

  it('leaves no timer when reading ends in its middle', async () => {
    const { clock, asked } = setUp(0);
    const life = new AbortController();
    const answer = asked(AHEAD_BYTES + 1, life.signal);
    await clock.advance(0);
    life.abort(new Error('over'));
    await clock.advance(0);
    expect(answer.failed).toEqual(new Error('over'));
    expect(clock.waits).toEqual([]);
  });
});
