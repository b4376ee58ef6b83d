import { BrokenAnswer } from '../../clusters/errors/BrokenAnswer';
import { ConnectionLost } from '../../clusters/errors/ConnectionLost';
import { Gone } from '../../clusters/errors/Gone';
import { TooManyRequests } from '../../clusters/errors/TooManyRequests';
import { UpstreamFailure } from '../../clusters/errors/UpstreamFailure';
import { widget } from '../widgets';
import { WidgetCopy } from './WidgetCopy';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const WIDGETS = 'widgets.test.example';
const LIST = `list build ${WIDGETS}`;
const WATCH = `watch build ${WIDGETS}`;
const asked = (verb: 'list' | 'watch') => ({
  cluster: 'build',
  verb,
  resource: WIDGETS,
});

describe('a live copy when something goes wrong', () => {
  let on: WidgetCopy;
  beforeEach(() => {
    on = new WidgetCopy('build');
  });
  afterEach(() => on.end());

  it('lists again after 410 and keeps showing the old objects meanwhile', async () => {
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.wake();
    on.kubernetes.breakWatches('build', new ConnectionLost(asked('watch')));
    on.kubernetes.put('build', WIDGETS, widget('b', 'red'));
    on.kubernetes.remove('build', WIDGETS, 'here', 'a');
    on.kubernetes.compact('build');
    let answer: () => void = () => undefined;
    on.kubernetes.meddle = verb =>
      verb === 'list'
        ? new Promise(resolve => {
            answer = () => resolve(undefined);
          })
        : undefined;
    await on.clock.advance(2 * SECOND);
    expect(on.colours()).toHaveProperty('a');
    answer();
    await on.clock.settle();
    expect(on.colours()).toEqual({ b: 'red' });
    expect(on.count(LIST)).toBe(2);
    expect(on.health().state).toBe('fresh');
  });

  it('lists again after 410 in the stream', async () => {
    await on.wake();
    on.kubernetes.breakWatches('build', new Gone(asked('watch')));
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.clock.advance(SECOND);
    expect(on.count(LIST)).toBe(2);
    expect(on.colours()).toEqual({ a: 'red' });
  });

  it('begins again when a list expires between two pages', async () => {
    for (const name of ['a', 'b', 'c']) {
      on.kubernetes.put('build', WIDGETS, widget(name, 'red'));
    }
    let first = true;
    on.kubernetes.meddle = verb => {
      if (verb === 'list' && first) {
        first = false;
        return new Gone(asked('list'));
      }
      return undefined;
    };
    await on.wake();
    await on.clock.advance(SECOND);
    expect(Object.keys(on.colours())).toEqual(['a', 'b', 'c']);
  });

  it('takes up a broken connection where it was, and does not call that trouble', async () => {
    await on.wake();
    on.changes = [];
    on.kubernetes.breakWatches('build', new ConnectionLost(asked('watch')));
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.clock.advance(SECOND);
    expect(on.colours()).toEqual({ a: 'red' });
    expect(on.count(LIST)).toBe(1);
    expect(on.changes.filter(change => change.what === 'health')).toEqual([]);
  });

  it('says since when a cluster is down, keeps its objects, and goes on by itself', async () => {
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.wake();
    await on.passWithBookmarks(1);
    const since = on.clock.now();
    on.kubernetes.meddle = (_verb, cluster) =>
      cluster === 'build' ? on.unreachable('build', since) : undefined;
    on.kubernetes.breakWatches('build', new ConnectionLost(asked('watch')));
    await on.clock.advance(SECOND);
    expect(on.health()).toMatchObject({
      state: 'down',
      since: new Date(since).toISOString(),
      objects: 1,
      problem: {
        because: 'unreachable',
        since: new Date(since).toISOString(),
      },
    });
    expect(on.colours()).toEqual({ a: 'red' });

    on.kubernetes.put('build', WIDGETS, widget('b', 'red'));
    await on.pass(5 * MINUTE);
    const lists = on.count(LIST);
    on.kubernetes.meddle = () => undefined;
    await on.pass(15 * SECOND);
    expect(on.health().state).toBe('fresh');
    expect(on.colours()).toEqual({ a: 'red', b: 'red' });
    expect(on.count(LIST)).toBe(lists);
  });

  it('is back within eleven seconds of a cluster that was away for an hour', async () => {
    await on.wake();
    on.kubernetes.meddle = (_verb, cluster) =>
      cluster === 'build' ? on.unreachable('build') : undefined;
    await on.pass(60 * MINUTE);
    expect(on.health().state).toBe('down');
    on.kubernetes.meddle = () => undefined;
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.pass(11 * SECOND);
    expect(on.colours()).toEqual({ a: 'red' });
    // The watch is taken for accepted two seconds after nobody refused it.
    await on.pass(2 * SECOND);
    expect(on.health().state).toBe('fresh');
  });

  it('sends a dead cluster at most seven questions a minute, whatever the number of kinds', async () => {
    on.kubernetes.meddle = (_verb, cluster) =>
      cluster === 'build' ? on.unreachable('build') : undefined;
    await on.wake();
    await on.pass(5 * MINUTE);
    const before = on.kubernetes.asked.length;
    await on.pass(10 * MINUTE);
    const toTheCluster = on.kubernetes.asked
      .slice(before)
      .filter(one => one !== 'clusters');
    expect(toTheCluster.length / 10).toBeLessThanOrEqual(8);
  });

  it('does not trust a watch that falls silent though bookmarks came before', async () => {
    await on.wake();
    on.kubernetes.bookmark('build');
    await on.pass(80 * SECOND);
    on.kubernetes.bookmark('build');
    await on.pass(89 * SECOND);
    expect(on.count(WATCH)).toBe(1);
    await on.pass(3 * SECOND);
    expect(on.count(WATCH)).toBe(2);
    expect(on.count(LIST)).toBe(1);
  });

  it('lists again when minutes pass without even a bookmark: the version may be of the future', async () => {
    await on.wake();
    await on.pass(4 * MINUTE);
    on.kubernetes.endWatches('build');
    await on.clock.advance(1);
    expect(on.count(LIST)).toBe(2);
  });

  it('honours Retry-After', async () => {
    on.kubernetes.meddle = verb =>
      verb === 'list'
        ? new TooManyRequests(asked('list'), 20 * SECOND)
        : undefined;
    await on.wake();
    expect(on.health()).toMatchObject({
      state: 'down',
      problem: { says: expect.stringContaining('wait') },
    });
    await on.pass(19 * SECOND);
    expect(on.count(LIST)).toBe(1);
    on.kubernetes.meddle = () => undefined;
    await on.pass(2 * SECOND);
    expect(on.count(LIST)).toBe(2);
    expect(on.health().state).toBe('fresh');
  });

  it('calls what it holds stale when the cluster answers with errors', async () => {
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.wake();
    on.kubernetes.meddle = verb =>
      verb === 'list' || verb === 'watch'
        ? new UpstreamFailure(asked(verb), 500)
        : undefined;
    on.kubernetes.breakWatches('build', new ConnectionLost(asked('watch')));
    await on.clock.advance(2 * SECOND);
    expect(on.health()).toMatchObject({
      state: 'stale',
      objects: 1,
      problem: { says: 'the cluster answers with status 500' },
    });
    on.kubernetes.meddle = () => undefined;
    await on.pass(MINUTE);
    expect(on.health()).not.toHaveProperty('problem');
    expect(on.health().state).toBe('fresh');
  });

  it('lists again when a line of the watch cannot be read', async () => {
    await on.wake();
    on.kubernetes.breakWatches('build', new BrokenAnswer(asked('watch')));
    await on.pass(2 * SECOND);
    expect(on.count(LIST)).toBe(2);
    expect(on.health().state).toBe('fresh');
  });

  it('waits longer and longer, and forgets that after a stable minute', async () => {
    on.kubernetes.meddle = verb =>
      verb === 'list' ? new UpstreamFailure(asked('list'), 500) : undefined;
    await on.wake();
    await on.pass(10 * MINUTE);
    // 0.4 + 0.75 + 1.5 + 3 + 6 + 12 s, then one each 22.5 s: about 31.
    expect(on.count(LIST)).toBeGreaterThan(25);
    expect(on.count(LIST)).toBeLessThan(35);

    on.kubernetes.meddle = () => undefined;
    await on.pass(2 * MINUTE);
    on.kubernetes.bookmark('build');
    await on.clock.settle();
    on.kubernetes.breakWatches('build', new ConnectionLost(asked('watch')));
    const watches = on.count(WATCH);
    await on.clock.advance(500);
    expect(on.count(WATCH)).toBe(watches + 1);
  });

  it('does not ask in circles when watches end at once', async () => {
    await on.wake();
    for (let n = 0; n < 20; n += 1) {
      on.kubernetes.endWatches('build');
      await on.clock.settle();
    }
    expect(on.count(WATCH)).toBeLessThan(4);
  });
});
