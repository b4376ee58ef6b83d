import { widget, widgets } from '../widgets';
import { WidgetCopy } from './WidgetCopy';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const WIDGETS = 'widgets.test.example';
const LIST = `list build ${WIDGETS}`;
const WATCH = `watch build ${WIDGETS}`;

describe('a live copy, as long as all is well', () => {
  let on: WidgetCopy;
  beforeEach(() => {
    on = new WidgetCopy('build');
  });
  afterEach(() => on.end());

  it('asks nothing before the first reader', async () => {
    await on.clock.advance(10 * MINUTE);
    expect(on.kubernetes.asked).toEqual([]);
    expect(on.copy.clusters()).toEqual([]);
  });

  it('lists in pages, then follows every change', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      on.kubernetes.put('build', WIDGETS, widget(name, 'red'));
    }
    await on.wake();
    expect(Object.keys(on.colours())).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(on.health()).toMatchObject({ state: 'fresh', objects: 5 });

    on.kubernetes.put('build', WIDGETS, widget('a', 'blue'));
    on.kubernetes.remove('build', WIDGETS, 'here', 'b');
    on.kubernetes.put('build', WIDGETS, widget('f', 'red'));
    await on.clock.settle();
    expect(on.colours()).toEqual({
      a: 'blue',
      c: 'red',
      d: 'red',
      e: 'red',
      f: 'red',
    });
    expect(on.count(LIST)).toBe(1);
  });

  it('tells listeners what changed', async () => {
    await on.wake();
    on.changes = [];
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.clock.settle();
    expect(on.changes).toEqual([
      {
        what: 'objects',
        cluster: 'build',
        resource: WIDGETS,
        keys: ['here/a'],
        indexed: ['colour\nred'],
      },
    ]);
  });

  it('goes on where it was when a watch ends, without a new list', async () => {
    await on.wake();
    for (let n = 0; n < 3; n += 1) {
      await on.passWithBookmarks(4);
      on.kubernetes.endWatches('build');
      await on.clock.advance(1);
    }
    expect(on.count(LIST)).toBe(1);
    expect(on.count(WATCH)).toBe(4);
    expect(on.health().state).toBe('fresh');
  });

  it('goes on from a bookmark, past what has been forgotten since the list', async () => {
    await on.wake();
    on.kubernetes.put('build', 'others', widget('x', 'red'));
    on.kubernetes.compact('build');
    on.kubernetes.bookmark('build');
    await on.clock.advance(10 * SECOND);
    on.kubernetes.endWatches('build');
    await on.clock.advance(SECOND);
    expect(on.count(LIST)).toBe(1);
    expect(on.count(WATCH)).toBe(2);
  });

  it('asks the cluster for nothing more when a hundred people read', async () => {
    await on.wake();
    const before = on.kubernetes.asked.length;
    for (let reader = 0; reader < 100; reader += 1) {
      on.copy.touch();
      await on.copy.ready(new AbortController().signal, SECOND);
      on.colours();
    }
    await on.clock.settle();
    expect(on.kubernetes.asked).toHaveLength(before);
  });

  it('does not mind events that come twice or from the past', async () => {
    await on.wake();
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.clock.settle();
    const [a] = on.kubernetes.objects('build', WIDGETS);
    on.changes = [];
    on.kubernetes.sendLine('build', WIDGETS, { type: 'ADDED', object: a });
    on.kubernetes.sendLine('build', WIDGETS, { type: 'MODIFIED', object: a });
    on.kubernetes.sendLine('build', WIDGETS, {
      type: 'DELETED',
      object: widget('never', 'was'),
    });
    await on.clock.settle();
    expect(on.colours()).toEqual({ a: 'red' });
    expect(on.changes).toEqual([]);
  });

  it('counts and names an object that cannot be read, and goes on', async () => {
    on.kubernetes.put('build', WIDGETS, widget('odd', 7));
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.wake();
    on.kubernetes.sendLine('build', WIDGETS, {
      type: 'MODIFIED',
      object: null,
    });
    on.kubernetes.put('build', WIDGETS, widget('b', 'red'));
    await on.clock.settle();
    expect(on.colours()).toEqual({ a: 'red', b: 'red' });
    expect(on.health()).toMatchObject({
      state: 'fresh',
      objects: 2,
      unreadable: 2,
    });
    expect(on.copy.kind('build', widgets).unreadable()).toContainEqual({
      namespace: 'here',
      name: 'odd',
      says: 'spec.colour is not a text',
    });
  });

  it('lives on when a listener fails', async () => {
    on.copy.onChange(() => {
      throw new Error('mistake');
    });
    await on.wake();
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.clock.settle();
    expect(on.colours()).toEqual({ a: 'red' });
    expect(on.log).toContain('A listener to the live copy failed');
    expect(on.health().state).toBe('fresh');
  });
});
