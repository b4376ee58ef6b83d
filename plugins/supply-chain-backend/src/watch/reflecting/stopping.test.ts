import { widget } from '../widgets';
import { hang } from './hang';
import { WidgetCopy } from './WidgetCopy';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const WIDGETS = 'widgets.test.example';

describe('a live copy that stops and starts', () => {
  let on: WidgetCopy;
  beforeEach(() => {
    on = new WidgetCopy('build');
  });
  afterEach(() => on.end());

  it('stops ten minutes after the last reader and starts with the next', async () => {
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.wake();
    await on.pass(5 * MINUTE);
    await on.clock.advance(9 * MINUTE);
    expect(on.kubernetes.openWatches).toBe(1);
    await on.clock.advance(MINUTE);
    expect(on.kubernetes.openWatches).toBe(0);
    expect(on.clock.waits).toEqual([]);
    expect(on.copy.clusters()).toEqual([]);

    await on.wake();
    expect(on.colours()).toEqual({ a: 'red' });
    expect(on.health().state).toBe('fresh');
  });

  it('starts again for a reader who comes while it is stopping', async () => {
    await on.wake();
    await on.clock.advance(10 * MINUTE - 1);
    const stopping = on.clock.advance(1);
    on.copy.touch();
    await stopping;
    await on.clock.settle();
    expect(on.copy.clusters()).toHaveLength(1);
    expect(on.kubernetes.openWatches).toBe(1);
  });

  it('stays stopped once stopped for good', async () => {
    await on.wake();
    await on.copy.stop();
    await on.wake();
    expect(on.copy.clusters()).toEqual([]);
  });

  it('can be stopped in the middle of a list', async () => {
    on.kubernetes.meddle = (_verb, _cluster, _resource, signal) =>
      new Promise(resolve => {
        signal.addEventListener('abort', () => resolve(undefined));
      });
    await on.wake();
    await on.copy.stop();
    expect(on.copy.clusters()).toEqual([]);
  });

  it('is ready when every first list has answered or failed', async () => {
    on = new WidgetCopy('build', 'dead');
    on.kubernetes.meddle = (_verb, cluster) =>
      cluster === 'dead' ? on.unreachable('dead') : undefined;
    on.copy.touch();
    await on.copy.ready(new AbortController().signal, MINUTE);
    expect(on.health('build').state).toBe('fresh');
    expect(on.health('dead').state).toBe('down');
  });

  it('is ready after the time given when a cluster does not answer', async () => {
    on.kubernetes.meddle = (_verb, cluster, _resource, signal) =>
      cluster === '' ? undefined : hang(signal);
    on.copy.touch();
    let ready = false;
    const waiting = on.copy
      .ready(new AbortController().signal, 3 * SECOND)
      .then(() => (ready = true));
    await on.clock.advance(3 * SECOND - 1);
    expect(ready).toBe(false);
    await on.clock.advance(1);
    await waiting;
    expect(on.health().state).toBe('loading');
  });
});
