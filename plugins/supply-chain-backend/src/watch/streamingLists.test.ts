import { FakeClock } from '../clock/FakeClock';
import { AccessDenied } from '../clusters/errors/AccessDenied';
import { BrokenAnswer } from '../clusters/errors/BrokenAnswer';
import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import { Gone } from '../clusters/errors/Gone';
import { UpstreamFailure } from '../clusters/errors/UpstreamFailure';
import { FakeKubernetes } from '../clusters/FakeKubernetes';
import { ReflectingLiveCopy } from './ReflectingLiveCopy';
import { widget, widgets } from './widgets';

const WIDGETS = 'widgets.test.example';
const SECOND = 1000;
const HOUR = 3600 * SECOND;
const LIST = `list build ${WIDGETS}`;
const STREAM = `stream build ${WIDGETS}`;
const WATCH = `watch build ${WIDGETS}`;

describe('lists that the cluster streams', () => {
  let clock: FakeClock;
  let kubernetes: FakeKubernetes;
  let copy: ReflectingLiveCopy;

  beforeEach(() => {
    clock = new FakeClock();
    kubernetes = new FakeKubernetes('build');
    kubernetes.streams = 'yes';
    kubernetes.put('build', WIDGETS, widget('a', 'red'));
    copy = new ReflectingLiveCopy({
      ...{ api: kubernetes, kinds: [widgets], clock, random: () => 0.5 },
      logger: { info: () => {}, warn: () => {}, error: () => {} },
      idleStopMs: 2 * HOUR,
    });
  });

  afterEach(async () => {
    await copy.stop();
    expect(clock.waits).toEqual([]);
    expect(kubernetes.openWatches).toBe(0);
  });

  async function wake() {
    copy.touch();
    await clock.settle();
  }
  const colours = () =>
    Object.fromEntries(
      [...copy.kind('build', widgets).all()].map(w => [w.name, w.colour]),
    );
  const health = () => copy.kind('build', widgets).health;
  const asked = () =>
    kubernetes.asked.filter(one => [LIST, STREAM, WATCH].includes(one));
  const error = { cluster: 'build', verb: 'watch', resource: WIDGETS } as const;

  it('are one request, whose connection goes on as the watch', async () => {
    await wake();
    expect(colours()).toEqual({ a: 'red' });
    expect(health().state).toBe('fresh');
    kubernetes.put('build', WIDGETS, widget('a', 'blue'));
    await clock.settle();
    expect(colours()).toEqual({ a: 'blue' });
    expect(asked()).toEqual([STREAM]);
  });

  it('are taken up where they ended, without a new one', async () => {
    await wake();
    kubernetes.put('build', WIDGETS, widget('b', 'red'));
    kubernetes.breakWatches('build', new ConnectionLost(error));
    kubernetes.put('build', WIDGETS, widget('c', 'red'));
    await clock.advance(SECOND);
    expect(Object.keys(colours())).toEqual(['a', 'b', 'c']);
    expect(asked()).toEqual([STREAM, WATCH]);
  });

  it('come again after 410, and what was shown is shown until the new one is complete', async () => {
    await wake();
    kubernetes.streams = 'ignored';
    kubernetes.breakWatches('build', new Gone(error));
    kubernetes.remove('build', WIDGETS, 'here', 'a');
    kubernetes.put('build', WIDGETS, widget('b', 'red'));
    await clock.advance(5 * SECOND);
    // Of the new list there is all but its end.
    expect(asked()).toEqual([STREAM, STREAM]);
    expect(colours()).toEqual({ a: 'red' });
    kubernetes.bookmarkEnd('build');
    await clock.settle();
    expect(colours()).toEqual({ b: 'red' });
  });

  it.each([
    ['422', new UpstreamFailure(error, 422)],
    ['400', new UpstreamFailure(error, 400)],
    ['500 in the stream', new UpstreamFailure(error, 500)],
    ['something unreadable', new BrokenAnswer(error)],
  ])(
    'are asked for in pages at once where the answer is %s, and streamed again after an hour',
    async (_, refusal) => {
      kubernetes.meddle = () =>
        kubernetes.asked.at(-1) === STREAM ? refusal : undefined;
      await wake();
      expect(colours()).toEqual({ a: 'red' });
      expect(health().state).toBe('fresh');
      expect(asked()).toEqual([STREAM, LIST, WATCH]);

      kubernetes.breakWatches('build', new Gone(error));
      await clock.advance(SECOND);
      expect(asked().slice(3)).toEqual([LIST, WATCH]);

      kubernetes.meddle = () => undefined;
      await clock.advance(HOUR);
      kubernetes.breakWatches('build', new Gone(error));
      await clock.advance(SECOND);
      expect(asked().at(-1)).toBe(STREAM);
    },
  );

  it('are asked for in pages where a server does not know the question and never says that a list is complete', async () => {
    kubernetes.streams = 'ignored';
    await wake();
    expect(health().state).toBe('loading');
    await clock.advance(10 * SECOND);
    expect(asked()).toEqual([STREAM, LIST, WATCH]);
    expect(colours()).toEqual({ a: 'red' });
  });

  it('are asked for in pages when the first bookmark is one of any other', async () => {
    kubernetes.streams = 'ignored';
    await wake();
    kubernetes.bookmark('build');
    await clock.settle();
    expect(asked()).toEqual([STREAM, LIST, WATCH]);
  });

  it('go on being streamed when a cluster fails in other ways', async () => {
    kubernetes.meddle = verb =>
      verb === 'list' || verb === 'watch'
        ? new UpstreamFailure(error, 500)
        : undefined;
    await wake();
    expect(health().state).toBe('down');
    kubernetes.meddle = () => undefined;
    await clock.advance(30 * SECOND);
    expect(health().state).toBe('fresh');
    kubernetes.meddle = verb =>
      verb === 'list' ? new UpstreamFailure(error, 500) : undefined;
    kubernetes.breakWatches('build', new ConnectionLost(error));
    await clock.advance(SECOND);
    expect(health().state).toBe('fresh');
  });

  it('name the right that is missing: to list, or to watch', async () => {
    kubernetes.meddle = verb =>
      verb === 'watch' ? new AccessDenied(error, 'cluster') : undefined;
    await wake();
    expect(colours()).toEqual({ a: 'red' });
    expect(health()).toMatchObject({
      state: 'denied',
      problem: { because: 'denied', verb: 'watch' },
    });
    kubernetes.meddle = verb =>
      verb === 'watch' || verb === 'list'
        ? new AccessDenied({ ...error, verb }, 'cluster')
        : undefined;
    await clock.advance(30 * SECOND);
    expect(colours()).toEqual({});
    expect(health()).toMatchObject({ problem: { verb: 'list' } });
  });

  it('are given up half-way without a trace when the copy stops', async () => {
    kubernetes.streams = 'ignored';
    await wake();
    await copy.stop();
    expect(colours()).toEqual({});
  });
});
