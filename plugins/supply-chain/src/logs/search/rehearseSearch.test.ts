import { FakeSearchWorker } from '../../testing/FakeSearchWorker';
import { LogBuffer } from '../engine/LogBuffer';
import { LogSearch } from '../engine/LogSearch';
import { rehearseSearch } from './rehearseSearch';
import { SearchWorker } from './SearchWorker';

/** About so many megabytes. */
function logOf(megabytes: number) {
  const buffer = new LogBuffer();
  const text = 'this line is one of many and it ends like all the others\n';
  const some = new TextEncoder().encode(text.repeat(20_000));
  for (let n = 0; n < megabytes; n += 1) buffer.append(some);
  return buffer;
}

/** A worker and a clock in the hands of the test. */
function stage(canStart = true) {
  const port = new FakeSearchWorker();
  const timers = new Set<() => void>();
  const onOver = jest.fn();
  const after = (_: number, then: () => void) => {
    timers.add(then);
    return () => void timers.delete(then);
  };
  const worker = new SearchWorker({
    start: () => (canStart ? port : undefined),
    after,
  });
  return {
    worker,
    port,
    timers,
    onOver,
    rehearse: (buffer: LogBuffer) =>
      rehearseSearch(buffer, worker, after, onOver),
    /** Whatever waits has waited long enough. */
    rest: () => {
      const due = [...timers];
      timers.clear();
      for (const then of due) then();
    },
  };
}

describe('the rehearsal of a search', () => {
  it('searches the beginning of a log, when that has rested and the worker is there', () => {
    const { port, worker, rehearse, rest, timers, onOver } = stage();
    rehearse(logOf(40));
    port.load();
    expect(worker.isReady).toBe(false);
    rest();
    port.load();
    const texts: string[] = [];
    let pieces = 0;
    for (; port.asked.length > 0; port.work(1)) {
      const [next] = port.asked;
      if (next?.type === 'query') texts.push(next.query.text);
      else pieces += 1;
    }
    expect(texts).toEqual(['srehto eht l', 'l the others']);
    // 10 of each, and what was under way then.
    expect(pieces).toBeGreaterThanOrEqual(20);
    expect(pieces).toBeLessThan(40);
    expect([...timers]).toEqual([]);
    expect(onOver).toHaveBeenCalledTimes(1);
  });

  it('ends with the log where that is short', () => {
    const { port, rehearse, rest, timers, onOver } = stage();
    rehearse(logOf(5));
    rest();
    port.load();
    expect(onOver).not.toHaveBeenCalled();
    port.work();
    expect(port.asked).toEqual([]);
    expect([...timers]).toEqual([]);
    expect(onOver).toHaveBeenCalledTimes(1);
  });

  it.each(['while it waits', 'before the worker is there', 'in its midst'])(
    'makes way for a real search %s',
    when => {
      const { port, worker, rehearse, rest } = stage();
      const buffer = logOf(20);
      const stop = rehearse(buffer);
      if (when !== 'while it waits') rest();
      if (when === 'in its midst') {
        port.load();
        port.work(3);
      }
      stop();
      const search = new LogSearch(buffer, { text: 'one of' });
      worker.run(
        search,
        () => true,
        () => {},
      );
      if (when !== 'in its midst') port.load();
      port.work();
      expect(search.isComplete(true)).toBe(true);
      expect(search.count).toBe(buffer.completeLines);
      expect(port.asked).toEqual([]);
    },
  );

  it('asks for nothing where there is no worker, or nobody stays', () => {
    const without = stage(false);
    without.rehearse(logOf(5));
    without.rest();
    expect([...without.timers]).toEqual([]);
    expect(without.onOver).toHaveBeenCalledTimes(1);
    const left = stage();
    left.rehearse(logOf(5))();
    left.rest();
    left.port.load();
    expect(left.port.asked).toEqual([]);
  });
});
