import { liveSetUp } from '../testing/liveSetUp';
import { recordedViews } from '../testing/recordedViews';
import { GATHER, SETTLE } from './LiveConnection';
import { SILENCE, STALE_AFTER } from './LiveSession';
import { SupplyChainError } from './SupplyChainError';

const [view, other] = recordedViews().views;
if (!view || !other) throw new Error('Too few views were recorded');
const topic = { type: 'workload', ref: view.ref } as const;
const otherTopic = { type: 'workload', ref: other.ref } as const;
const setUp = () => liveSetUp(view);

describe('LiveConnection', () => {
  it('loads, shows, and shows again what changes', async () => {
    const { live, environment, say } = setUp();
    const changed = jest.fn();
    live.subscribe(topic, changed);
    expect(live.current(topic)).toEqual({ state: 'loading', stale: false });
    await environment.pass(20);
    say(topic, view);
    await environment.pass(0);
    expect(live.current(topic)).toEqual({ state: 'ready', stale: false, view });
    say(topic, { ...view, phase: 'failed' }, 'b');
    await environment.pass(0);
    expect(live.current(topic).view?.phase).toBe('failed');
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('carries all that is on screen in one stream, a topic asked for twice once', async () => {
    const { live, environment, streams } = setUp();
    live.subscribe(topic, () => {});
    live.subscribe({ ...topic }, () => {});
    live.subscribe(otherTopic, () => {});
    await environment.pass(20);
    expect(streams).toHaveLength(1);
    expect(streams[0]?.topics).toHaveLength(2);
  });

  it('opens another stream beside it for more topics than one may carry', async () => {
    const { live, environment, streams } = setUp();
    for (let n = 0; n < 20; n += 1) {
      live.subscribe(
        { type: 'workload', ref: { ...topic.ref, name: `n${n}` } },
        () => {},
      );
    }
    await environment.pass(20);
    expect(streams.map(({ topics }) => topics.length)).toEqual([16, 4]);
  });

  it('lets go of everything when nobody listens any more', async () => {
    const { live, environment, last } = setUp();
    const leave = live.subscribe(topic, () => {});
    await environment.pass(20);
    leave();
    await environment.pass(20);
    expect(last().signal.aborted).toBe(true);
    expect(environment.timers).toBe(0);
  });

  it('shows at once what it knew when somebody comes back', async () => {
    const { live, environment, say } = setUp();
    const leave = live.subscribe(topic, () => {});
    await environment.pass(20);
    say(topic, view);
    await environment.pass(0);
    leave();
    await environment.pass(1_000);
    live.subscribe(topic, () => {});
    expect(live.current(topic).state).toBe('ready');
  });

  it('stops asking while the tab is hidden and catches up when it is seen', async () => {
    const { live, environment, streams, last } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(20);
    environment.hide(true);
    await environment.pass(20);
    expect(last().signal.aborted).toBe(true);
    expect(environment.timers).toBe(0);
    await environment.pass(60_000);
    expect(streams).toHaveLength(1);
    environment.hide(false);
    await environment.pass(20);
    expect(streams).toHaveLength(2);
  });

  it('comes back after the stream broke off, calls nothing old before that has lasted, and does not draw the same again', async () => {
    const { live, environment, say, last, streams } = setUp();
    const changed = jest.fn();
    live.subscribe(topic, changed);
    await environment.pass(20);
    say(topic, view);
    await environment.pass(0);
    last().push(new Error('reset'));
    await environment.pass(1_000);
    expect(streams).toHaveLength(2);
    say(topic, view);
    await environment.pass(STALE_AFTER);
    expect(live.current(topic)).toMatchObject({ state: 'ready', stale: false });
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('calls what it shows old when contact stays away, and not any more when it is back', async () => {
    const { live, environment, say, last, transport } = setUp();
    transport.answer = () => new SupplyChainError('network', 'No answer');
    live.subscribe(topic, () => {});
    await environment.pass(20);
    say(topic, view);
    await environment.pass(0);
    last().push(new Error('reset'));
    await environment.pass(STALE_AFTER + 1);
    expect(live.current(topic)).toEqual({ state: 'ready', stale: true, view });
    transport.answer = () => view;
    await environment.pass(60_000);
    expect(live.current(topic)).toEqual({ state: 'ready', stale: false, view });
  });

  it('notices a connection that died without a word, and asks', async () => {
    const { live, environment, say, streams, polled } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(20);
    say(topic, view);
    await environment.pass(SILENCE + 1_000);
    expect(streams[0]?.signal.aborted).toBe(true);
    expect(polled.length).toBeGreaterThan(0);
    expect(live.current(topic)).toMatchObject({ stale: false });
  });

  it('comes back at once when the server says bye for its own reasons', async () => {
    const { live, environment, streams, last } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(20);
    last().push({ type: 'bye', because: 'token' });
    await environment.pass(0);
    expect(streams).toHaveLength(2);
  });

  it('says that nobody answers, and goes on trying', async () => {
    const { live, environment, last, streams, say } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(20);
    last().push(new SupplyChainError('network', 'No answer'));
    await environment.pass(0);
    expect(live.current(topic)).toMatchObject({
      state: 'error',
      error: { code: 'network' },
    });
    await environment.pass(2_000);
    expect(streams.length).toBeGreaterThan(1);
    say(topic, view);
    await environment.pass(0);
    expect(live.current(topic)).toEqual({ state: 'ready', stale: false, view });
  });

  it('waits longer and longer between attempts, and never longer than half a minute', async () => {
    const { live, environment, streams, transport } = setUp();
    transport.answer = () => new SupplyChainError('network', 'No answer');
    live.subscribe(topic, () => {});
    for (let n = 0; n < 60; n += 1) {
      await environment.pass(1_000);
      streams
        .filter(({ signal }) => !signal.aborted)
        .at(-1)
        ?.push(new SupplyChainError('network', 'No answer'));
    }
    expect(streams.length).toBeGreaterThan(3);
    expect(streams.length).toBeLessThan(12);
  });

  it('opens one stream for a page whose parts come one after the other, and shows each at once', async () => {
    const { live, environment, streams, say, polled, transport } = setUp();
    transport.answer = asked => (asked.type === 'workload' ? other : {});
    live.subscribe(topic, () => {});
    await environment.pass(GATHER);
    say(topic, view);
    await environment.pass(100);
    live.subscribe(otherTopic, () => {});
    await environment.pass(GATHER);
    expect(live.current(otherTopic)).toMatchObject({ view: other });
    await environment.pass(SETTLE.for - 100);
    live.subscribe({ type: 'build', ref: topic.ref }, () => {});
    await environment.pass(SETTLE.for - 100);
    expect(streams).toHaveLength(1);
    expect(streams[0]?.signal.aborted).toBe(false);
    await environment.pass(200);
    expect(streams).toHaveLength(2);
    expect(streams[1]?.topics.map(({ cursor }) => cursor)).toEqual([
      'a',
      JSON.stringify(other),
      JSON.stringify({}),
    ]);
    expect(polled.map(({ wait }) => wait)).toEqual([0, 0]);
  });

  it('does not put the stream off for ever while topics come and go', async () => {
    const { live, environment, streams } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(GATHER);
    for (let n = 0; n < 12; n += 1) {
      live.subscribe(
        { type: 'workload', ref: { ...topic.ref, name: `n${n}` } },
        () => {},
      );
      await environment.pass(SETTLE.for / 2);
    }
    expect(streams).toHaveLength(2);
  });

  it('opens the stream at once for new topics that cannot be asked for', async () => {
    const { live, environment, streams, transport, say } = setUp();
    transport.answer = () => new SupplyChainError('network', 'No answer');
    live.subscribe(topic, () => {});
    await environment.pass(GATHER);
    say(topic, view);
    live.subscribe(otherTopic, () => {});
    await environment.pass(GATHER);
    expect(streams).toHaveLength(2);
    expect(streams[1]?.topics).toHaveLength(2);
  });
});
