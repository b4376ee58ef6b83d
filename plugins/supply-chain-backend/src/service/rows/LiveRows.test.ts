import { workloadsQuerySchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FakeClock } from '../../clock/FakeClock';
import { HeldCopy } from '../testing/HeldCopy';
import { objects } from '../testing/objects';
import { everything, readerOver } from '../testing/readerOver';
import { FIRST_LIST_WAIT_MS } from '../whenKnown';
import { SLICE_MS } from './SLICE_MS';

jest.setTimeout(90_000);

const query = workloadsQuerySchema.parse({ sort: 'name' });

function fill(copy: HeldCopy, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const name = `w${i}`;
    copy.put('build', 'workload', objects.workload('n', name));
    copy.put('build', 'image', objects.image('n', name));
    copy.put('build', 'build', objects.build('n', name, 1));
  }
}

it('derives three views at most for one event of a build among ten thousand workloads', async () => {
  const clock = new FakeClock();
  const copy = new HeldCopy(clock, ['build']);
  const { reader, views } = readerOver(copy, clock);
  fill(copy, 10_000);
  const ref = { cluster: 'build', namespace: 'n', name: 'w4711' };
  const read = () =>
    Promise.all([
      reader.workloads(query, everything),
      reader.workload(ref, everything),
      reader.stage(ref, 'image-provider', everything),
    ]);
  const [{ total }] = await read();
  expect(total).toBe(10_000);
  const before = views.counts.derived;
  copy.put('build', 'build', objects.build('n', ref.name, 1, 'False'));
  const [list, { phase }] = await read();
  expect(phase).toBe('failed');
  expect(list.facets.phase).toContainEqual({ value: 'failed', count: 1 });
  expect(views.counts.derived - before).toBeLessThanOrEqual(3);
});

describe('rows that are derived for the first time', () => {
  /** Every look at the clock takes a millisecond. */
  class BusyClock extends FakeClock {
    override now(): number {
      this.spent += 1;
      return super.now() + this.spent;
    }
    spent = 0;
  }

  it('let everybody else have a turn after each slice', async () => {
    const clock = new BusyClock();
    const copy = new HeldCopy(clock, ['build']);
    const turns: number[] = [];
    const { reader } = readerOver(copy, clock, async () => {
      turns.push(clock.spent);
    });
    fill(copy, 100);
    const { total } = await reader.workloads(query, everything);
    expect(total).toBe(100);
    expect(turns.length).toBeGreaterThan(5);
    turns.slice(1).forEach((turn, index) => {
      expect(turn - (turns[index] ?? 0)).toBeLessThanOrEqual(SLICE_MS + 4);
    });
  });

  it('are waited for as long as for a first list, then those that are missing are owned up to', async () => {
    const clock = new BusyClock();
    const copy = new HeldCopy(clock, ['build']);
    let goOn = () => {};
    const { reader, views } = readerOver(
      copy,
      clock,
      () =>
        new Promise(resolve => {
          goOn = resolve;
        }),
    );
    fill(copy, 50);
    const reading = reader.workloads(query, everything);
    await clock.advance(FIRST_LIST_WAIT_MS);
    const partial = await reading;
    expect(partial.total).toBeLessThan(50);
    expect(partial.problems).toEqual([
      {
        because: 'loading',
        cluster: 'build',
        resource: 'workloads.carto.run',
      },
    ]);
    const told = jest.fn();
    views.onChange({ type: 'workloads', query: {} }, told);
    let isDone = false;
    const whole = reader.workloads(query, everything).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      goOn();
      await clock.settle();
    }
    expect(await whole).toMatchObject({ total: 50, problems: [] });
    // Those who were given a part, and are told of changes.
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('are derived once for all who wait', async () => {
    const clock = new FakeClock();
    const copy = new HeldCopy(clock, ['build']);
    const { reader, views } = readerOver(copy, clock);
    fill(copy, 20);
    await Promise.all([1, 2, 3].map(() => reader.workloads(query, everything)));
    expect(views.counts.derived).toBe(20);
  });

  it('do not keep a reader who leaves', async () => {
    const clock = new BusyClock();
    const copy = new HeldCopy(clock, ['build']);
    const { reader } = readerOver(copy, clock, () => new Promise(() => {}));
    fill(copy, 50);
    const leaving = new AbortController();
    const reading = reader.workloads(query, {
      ...everything,
      signal: leaving.signal,
    });
    await clock.settle();
    leaving.abort(new Error('left'));
    await expect(reading).rejects.toThrow('left');
    expect(clock.waits).toEqual([]);
  });
});

it('shows rows of a cluster that is silent as old, without deriving them again', async () => {
  const clock = new FakeClock();
  const copy = new HeldCopy(clock, ['build']);
  const { reader, views } = readerOver(copy, clock);
  fill(copy, 3);
  await reader.workloads(query, everything);
  const { derived } = views.counts;
  copy.become('build', 'workload', 'down');
  const { items } = await reader.workloads(query, everything);
  expect(items.map(({ stale }) => stale)).toEqual([true, true, true]);
  expect(views.counts.derived).toBe(derived);
});

it('lets the minutes of a build that does not start go on', async () => {
  const clock = new FakeClock(Date.parse('2030-01-01T01:00:00Z'));
  const copy = new HeldCopy(clock, ['build']);
  const { reader, views } = readerOver(copy, clock);
  fill(copy, 2);
  const says = async () =>
    (await reader.workloads(query, everything)).items[0]?.says;
  expect(await says()).toContain('is queued');
  await clock.advance(5 * 60_000);
  expect(await says()).toContain('is queued');
  await clock.advance(1_000);
  expect(await says()).toContain('for 5 minutes');
  await clock.advance(7 * 60_000);
  expect(await says()).toContain('for 12 minutes');
  const { derived } = views.counts;
  await says();
  expect(views.counts.derived).toBe(derived);
});

it('gives who reads the same list the same answer, and others theirs', async () => {
  const clock = new FakeClock();
  const copy = new HeldCopy(clock, ['build']);
  const { reader } = readerOver(copy, clock);
  fill(copy, 3);
  const first = await reader.workloads(query, everything);
  expect(await reader.workloads(query, everything)).toBe(first);
  const nobody = {
    ...everything,
    ...{ all: false, rights: 'none', sees: () => false },
  };
  expect((await reader.workloads(query, nobody)).items).toEqual([]);
  copy.remove('build', 'workload', objects.workload('n', 'w1'));
  expect((await reader.workloads(query, everything)).total).toBe(2);
});
