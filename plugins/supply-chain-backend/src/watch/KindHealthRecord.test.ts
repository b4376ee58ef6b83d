import { FakeClock } from '../clock/FakeClock';
import { KindHealthRecord } from './KindHealthRecord';

describe('the health of a kind, as it is told', () => {
  const setUp = () => {
    const clock = new FakeClock();
    const record = new KindHealthRecord(clock, () => {});
    record.become('fresh');
    record.seen();
    return {
      clock,
      record,
      tell: (objects = 3) => record.view('pods', objects, 0),
    };
  };

  it('is the same object while there is nothing else to say', () => {
    const { tell } = setUp();
    expect(tell()).toBe(tell());
  });

  it.each<[string, (of: ReturnType<typeof setUp>) => unknown]>([
    ['the cluster confirms it', ({ record }) => record.seen()],
    ['its state changes', ({ record }) => record.become('stale')],
    ['what it held is given up', ({ record }) => record.forget()],
  ])('is told anew when %s', async (_, change) => {
    const all = setUp();
    const before = all.tell();
    await all.clock.advance(1_000);
    change(all);
    expect(all.tell()).not.toEqual(before);
  });

  it('is told anew when there are other objects', () => {
    const { tell } = setUp();
    const before = tell();
    expect(tell(4)).toEqual({ ...before, objects: 4 });
  });
});
