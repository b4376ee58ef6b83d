import { LogBuffer } from '../engine/LogBuffer';
import { LogSearch } from '../engine/LogSearch';
import type { SearchQuery } from '../engine/SearchQuery';
import { FakeSearchWorker } from '../../testing/FakeSearchWorker';
import { runLogSearch, type SearchProblem } from './runLogSearch';
import { SearchWorker } from './SearchWorker';

const LINES = 200_000;

/** About 9 MB: large enough for the worker. */
function largeLog() {
  const buffer = new LogBuffer();
  for (let from = 0; from < LINES; from += 10_000)
    buffer.appendLines(
      Array.from(
        { length: 10_000 },
        (_, n) => `line ${from + n} of a log that is long enough to go there`,
      ).join('\n'),
    );
  return buffer;
}

/** Page, worker and clock in the hands of the test. */
function stage(canStart = true) {
  const started: FakeSearchWorker[] = [];
  const timers = new Set<() => void>();
  const turns: (() => void)[] = [];
  const worker = new SearchWorker({
    start: () => {
      if (!canStart) return undefined;
      const port = new FakeSearchWorker();
      started.push(port);
      return port;
    },
    after: (_, then) => {
      timers.add(then);
      return () => void timers.delete(then);
    },
  });
  let time = 0;
  const problems: (SearchProblem | undefined)[] = [];
  return {
    worker,
    started,
    timers,
    problems,
    /** The patience of whoever waits is over. */
    runOut: () => [...timers].forEach(then => then()),
    /** The browser had its turn so many times. */
    turn: (most = Infinity) => {
      for (let n = 0; n < most && turns.length > 0; n += 1) turns.shift()?.();
    },
    run: (search: LogSearch) =>
      runLogSearch(
        search,
        () => true,
        {
          worker,
          // Each look at the clock costs 6 ms: two pieces a slice.
          now: () => (time += 6),
          soon: then => {
            turns.push(then);
            return () => void turns.splice(turns.indexOf(then), 1);
          },
        },
        problem => problems.push(problem),
      ),
  };
}

const searchFor = (buffer: LogBuffer, query: SearchQuery, start = 0) =>
  new LogSearch(buffer, query, start);

describe('a search on the page and in the worker', () => {
  const buffer = largeLog();

  it('begins on the page and goes on in the worker once that is ready', () => {
    const { started, run, turn, problems } = stage();
    const search = searchFor(buffer, { text: 'line 1999' });
    run(search);
    turn(3);
    expect(search.count).toBeGreaterThan(0);
    expect(search.isComplete(true)).toBe(false);
    started[0]?.load();
    turn();
    expect(started[0]?.asked.length).toBeGreaterThan(1);
    started[0]?.work();
    expect(search.isComplete(true)).toBe(true);
    expect(search.count).toBe(111);
    expect(problems.at(-1)).toBeUndefined();
  });

  it('goes to the worker at once when that is there already', () => {
    const { worker, started, run, turn } = stage();
    worker.warmUp(() => {});
    worker.warmUp(() => {});
    expect(started).toHaveLength(1);
    started[0]?.load();
    const search = searchFor(buffer, { text: 'line 1999' });
    run(search);
    expect(started[0]?.asked.length).toBeGreaterThan(1);
    started[0]?.work();
    turn();
    expect(search.count).toBe(111);
    expect(started).toHaveLength(1);
  });

  it('is done on the page when a worker cannot be had', () => {
    const { run, turn } = stage(false);
    const search = searchFor(buffer, { text: 'line 1999' });
    run(search);
    turn();
    expect(search.isComplete(true)).toBe(true);
    expect(search.count).toBe(111);
  });

  it('is done on the page when the worker breaks in the middle', () => {
    const { started, run, turn } = stage();
    const search = searchFor(buffer, { text: 'line 1999' }, 100_000);
    run(search);
    started[0]?.load();
    turn();
    started[0]?.work(2);
    started[0]?.onerror?.(new ErrorEvent('error'));
    turn();
    expect(search.isComplete(true)).toBe(true);
    expect(search.count).toBe(111);
  });

  it('never takes a small log to the worker', () => {
    const { started, run, turn } = stage();
    const small = new LogBuffer();
    small.appendLines('a\nb\na');
    const search = searchFor(small, { text: 'a' });
    run(search);
    turn();
    expect(search.count).toBe(2);
    expect(started).toHaveLength(0);
  });

  it('takes an expression nowhere but to the worker', () => {
    const { started, run, turn } = stage();
    const search = searchFor(buffer, {
      text: 'line 1(9{3}|0)\\b',
      isExpression: true,
    });
    run(search);
    turn();
    expect(search.count).toBe(0);
    started[0]?.load();
    started[0]?.work();
    expect(search.count).toBe(2);
    expect(search.isComplete(true)).toBe(true);
  });

  it('says that expressions need a worker', () => {
    const { run, problems } = stage(false);
    run(searchFor(buffer, { text: 'a+', isExpression: true }));
    expect(problems).toEqual(['no-worker']);
  });

  it('says so when the worker never comes', () => {
    const { run, runOut, problems } = stage();
    run(searchFor(buffer, { text: 'a+', isExpression: true }));
    runOut();
    expect(problems).toEqual(['no-worker']);
  });

  it('stops an expression that runs away, with the worker it runs in, and searches on in a new one', () => {
    const { started, run, runOut, problems } = stage();
    const search = searchFor(buffer, { text: '(a+)+$', isExpression: true });
    run(search);
    started[0]?.load();
    runOut();
    expect(started[0]?.isTerminated).toBe(true);
    expect(search.tooSlowAt).toBe(0);
    expect(problems).toEqual(['too-slow']);
    const next = searchFor(buffer, {
      text: 'line 7$|g 7 ',
      isExpression: true,
    });
    run(next);
    started[1]?.load();
    started[1]?.work();
    expect(next.isComplete(true)).toBe(true);
  });

  it('leaves a worker that is busy with an expression nobody waits for', () => {
    const { started, run, timers } = stage();
    const first = run(searchFor(buffer, { text: 'a+', isExpression: true }));
    started[0]?.load();
    first.stop();
    expect(started[0]?.isTerminated).toBe(true);
    expect(timers.size).toBe(0);
    const next = searchFor(buffer, { text: 'line 5 ', isExpression: true });
    run(next);
    started[1]?.load();
    started[1]?.work();
    expect(next.count).toBe(1);
  });

  it('ignores what comes back of an earlier search', () => {
    const { started, run, turn } = stage();
    const first = searchFor(buffer, { text: 'long enough' });
    const running = run(first);
    started[0]?.load();
    turn();
    started[0]?.work(2);
    const before = first.count;
    running.stop();
    const second = searchFor(buffer, { text: 'line 1999' });
    run(second);
    turn();
    started[0]?.work();
    expect(first.count).toBe(before);
    expect(second.count).toBe(111);
  });

  it('goes on with the search of another log of the page when the one asked for last is done', () => {
    const { started, run, turn } = stage();
    const first = searchFor(buffer, { text: 'long enough' });
    run(first);
    started[0]?.load();
    turn();
    started[0]?.work(2);
    expect(first.isComplete(true)).toBe(false);
    const second = searchFor(largeLog(), { text: 'line 1999' });
    run(second);
    turn();
    started[0]?.work();
    expect(second.count).toBe(111);
    expect(first.isComplete(true)).toBe(true);
    expect(first.count).toBe(LINES);
    expect(started).toHaveLength(1);
  });

  it('begins every search that waited for the worker', () => {
    const { started, run } = stage();
    const searches = ['line 5 ', 'line 6 '].map(text =>
      searchFor(buffer, { text, isExpression: true }),
    );
    searches.forEach(search => run(search));
    started[0]?.load();
    for (const worker of started) {
      worker.load();
      worker.work();
    }
    expect(searches.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('lets no search wait for an expression of another log that may be running away', () => {
    const { started, run, runOut, timers } = stage();
    const away = searchFor(buffer, { text: '(a+)+$', isExpression: true });
    run(away);
    started[0]?.load();
    const other = searchFor(buffer, { text: 'line 5 ', isExpression: true });
    run(other);
    expect(started[0]?.isTerminated).toBe(true);
    started[1]?.load();
    started[1]?.work(20);
    expect(other.count).toBe(1);
    // Its turn again, and its patience.
    expect(away.tooSlowAt).toBeUndefined();
    runOut();
    expect(away.tooSlowAt).toEqual(expect.any(Number));
    expect(timers.size).toBe(0);
  });

  it('tells every search when the worker breaks', () => {
    const { started, run, problems } = stage();
    run(searchFor(buffer, { text: 'line 5 ', isExpression: true }));
    started[0]?.load();
    run(searchFor(buffer, { text: 'line 6 ', isExpression: true }));
    started[1]?.onerror?.(new ErrorEvent('error'));
    expect(problems).toEqual(['no-worker', 'no-worker']);
  });

  it('goes on with what comes later', () => {
    const { run, turn } = stage();
    const growing = new LogBuffer();
    growing.appendLines('a');
    const search = searchFor(growing, { text: 'a' });
    const running = run(search);
    growing.appendLines('b\na');
    running.more();
    turn();
    expect(search.count).toBe(2);
  });

  it('leaves no timer behind', () => {
    const { started, run, turn, timers } = stage();
    const running = run(searchFor(buffer, { text: 'line' }));
    started[0]?.load();
    turn();
    expect(timers.size).toBe(1);
    running.stop();
    expect(timers.size).toBe(0);
  });
});
