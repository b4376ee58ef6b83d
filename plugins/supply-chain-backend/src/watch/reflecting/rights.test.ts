import { AccessDenied } from '../../clusters/errors/AccessDenied';
import { KindAbsent } from '../../clusters/errors/KindAbsent';
import { widget } from '../widgets';
import { WidgetCopy } from './WidgetCopy';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const WIDGETS = 'widgets.test.example';
const LIST = `list build ${WIDGETS}`;
const asked = (verb: 'list' | 'watch') => ({
  cluster: 'build',
  verb,
  resource: WIDGETS,
});

describe('a live copy and its rights', () => {
  let on: WidgetCopy;
  beforeEach(() => {
    on = new WidgetCopy('build');
  });
  afterEach(() => on.end());

  const denied = (verb: 'list' | 'watch') =>
    new AccessDenied(asked(verb), 'cluster');

  it('names what is denied, shows nothing of it, and recovers within 16 s when granted', async () => {
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    on.kubernetes.meddle = verb =>
      verb === 'list' ? denied('list') : undefined;
    await on.wake();
    expect(on.health()).toMatchObject({
      state: 'denied',
      objects: 0,
      problem: {
        because: 'denied',
        cluster: 'build',
        verb: 'list',
        resource: WIDGETS,
      },
    });
    on.kubernetes.meddle = () => undefined;
    await on.pass(16 * SECOND);
    expect(on.health().state).toBe('fresh');
    expect(on.colours()).toEqual({ a: 'red' });
  });

  it('no longer shows what may no longer be read', async () => {
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.wake();
    on.kubernetes.meddle = verb =>
      verb === 'list' || verb === 'watch' ? denied(verb) : undefined;
    on.kubernetes.endWatches('build');
    on.changes = [];
    await on.pass(20 * SECOND);
    expect(on.colours()).toEqual({});
    expect(on.changes).toContainEqual({
      what: 'objects',
      cluster: 'build',
      resource: WIDGETS,
      keys: ['here/a'],
      indexed: ['colour\nred'],
    });
    expect(on.health()).toMatchObject({ state: 'denied', objects: 0 });
  });

  it('shows lists when only watching is denied, and says all the while that it is', async () => {
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    on.kubernetes.meddle = verb =>
      verb === 'watch' ? denied('watch') : undefined;
    await on.wake();
    on.changes = [];
    on.kubernetes.put('build', WIDGETS, widget('b', 'red'));
    await on.pass(20 * SECOND);
    expect(on.colours()).toEqual({ a: 'red', b: 'red' });
    expect(on.health()).toMatchObject({
      state: 'denied',
      problem: { verb: 'watch' },
    });
    expect(on.changes.filter(change => change.what === 'health')).toEqual([]);
    on.kubernetes.meddle = () => undefined;
    await on.pass(20 * SECOND);
    expect(on.health().state).toBe('fresh');
  });

  it.each([
    ['credentials', 'credentials'],
    ['backstage', 'kubernetes.proxy'],
  ] as const)('says when it is the %s that are refused', async (by, words) => {
    on.kubernetes.meddle = verb =>
      verb === 'list' ? new AccessDenied(asked('list'), by) : undefined;
    await on.wake();
    expect(on.health().problem).toMatchObject({
      because: 'denied',
      says: expect.stringContaining(words),
    });
  });

  it('tells a kind that is not installed from an empty one, and sees when it comes and goes', async () => {
    const absent = (verb: string) =>
      verb === 'list' || verb === 'watch'
        ? new KindAbsent(asked(verb))
        : undefined;
    on.kubernetes.meddle = absent;
    await on.wake();
    expect(on.health()).toMatchObject({
      state: 'absent',
      problem: { because: 'absent', resource: WIDGETS },
    });
    await on.pass(10 * MINUTE);
    expect(on.count(LIST)).toBeLessThan(20);

    on.kubernetes.meddle = () => undefined;
    on.kubernetes.put('build', WIDGETS, widget('a', 'red'));
    await on.pass(MINUTE);
    expect(on.colours()).toEqual({ a: 'red' });

    on.kubernetes.meddle = absent;
    on.kubernetes.endWatches('build');
    await on.pass(30 * SECOND);
    await on.pass(MINUTE);
    expect(on.health()).toMatchObject({ state: 'absent', objects: 0 });
  });
});
