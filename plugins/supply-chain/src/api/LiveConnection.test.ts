import {
  LONGEST_WAIT,
  type StreamMessage,
  type Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { recordedViews } from '../testing/recordedViews';
import { GATHER, LiveConnection, SETTLE } from './LiveConnection';
import { FakeLiveEnvironment } from '../testing/FakeLiveEnvironment';
import { FIRST_MESSAGE, POLL_PAUSE, SILENCE, STALE_AFTER } from './LiveSession';
import type { LiveTopic } from './LiveTopic';
import type { LiveTransport } from './LiveTransport';
import { SupplyChainError } from './SupplyChainError';
import { topicKey } from './topicKey';

const [view, other] = recordedViews().views;
if (!view || !other) throw new Error('Too few views were recorded');
const topic = { type: 'workload', ref: view.ref } as const;
const otherTopic = { type: 'workload', ref: other.ref } as const;

/** One opened stream: the test says what comes and how it ends. */
class TestStream {
  private waiting: (() => void) | undefined;
  private readonly queue: (StreamMessage | Error | 'end')[] = [];
  constructor(readonly topics: readonly Topic[], readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.push(new Error('aborted')));
  }
  push(...what: (StreamMessage | Error | 'end')[]) {
    this.queue.push(...what);
    this.waiting?.();
  }
  async *read() {
    for (;;) {
      const next = this.queue.shift();
      if (next === 'end') return;
      if (next instanceof Error) throw next;
      if (next) yield next;
      else await new Promise<void>(resolve => (this.waiting = resolve));
    }
  }
}

function setUp() {
  const environment = new FakeLiveEnvironment();
  const streams: TestStream[] = [];
  const polled: { topics: readonly Topic[]; wait: number }[] = [];
  const transport: LiveTransport & { answer: (topic: Topic) => unknown } = {
    answer: () => view,
    stream(topics, signal) {
      const stream = new TestStream(topics, signal);
      streams.push(stream);
      return stream.read();
    },
    async poll(topics, wait, signal) {
      polled.push({ topics, wait });
      const messages = topics.map((asked): StreamMessage => {
        const answer = transport.answer(asked);
        if (answer instanceof Error) throw answer;
        const head = { id: asked.id, seq: 1, version: JSON.stringify(answer) };
        return asked.cursor === head.version
          ? { type: 'unchanged', ...head }
          : { type: 'view', ...head, view: answer };
      });
      if (messages.every(({ type }) => type === 'unchanged')) {
        await new Promise<void>((resolve, reject) => {
          environment.after(wait, resolve);
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        });
      }
      return messages;
    },
  };
  const live = new LiveConnection(transport, environment);
  const last = () => {
    const stream = streams.at(-1);
    if (!stream) throw new Error('No stream was opened');
    return stream;
  };
  const say = (of: LiveTopic, what: unknown, version = 'a', seq = 1) => {
    const asked = last().topics.find(
      ({ id: _, cursor: __, ...each }) =>
        topicKey(each as LiveTopic) === topicKey(of),
    );
    if (!asked) throw new Error('The stream does not carry this topic');
    last().push(
      { type: 'view', id: asked.id, seq, version, view: what },
      { type: 'heartbeat' },
    );
  };
  return { environment, streams, polled, transport, live, last, say };
}

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

  it('asks by itself when nothing comes through the stream, and waits for news', async () => {
    const { live, environment, polled, transport, streams } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(GATHER + FIRST_MESSAGE);
    expect(live.current(topic)).toEqual({ state: 'ready', stale: false, view });
    expect(streams[0]?.signal.aborted).toBe(true);
    await environment.pass(LONGEST_WAIT);
    transport.answer = () => ({ ...view, phase: 'failed' });
    await environment.pass(2 * POLL_PAUSE.patient);
    expect(live.current(topic).view?.phase).toBe('failed');
    expect(polled.map(({ wait }) => wait)).toEqual([
      0,
      LONGEST_WAIT,
      LONGEST_WAIT,
    ]);
    expect(live.current(topic)).toMatchObject({ stale: false });
  });

  it('asks when a stream says something once and then no heartbeat: a buffer that is full, and one that is not', async () => {
    const { live, environment, last, transport } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(GATHER);
    last().push({
      type: 'view',
      id: last().topics[0]?.id ?? '',
      version: 'a',
      view,
    });
    transport.answer = () => ({ ...view, phase: 'failed' });
    await environment.pass(FIRST_MESSAGE);
    expect(live.current(topic)).toMatchObject({
      stale: false,
      view: { phase: 'failed' },
    });
  });

  it.each([
    ['a sign-in page', new SupplyChainError('unreadable', 'A page')],
    ['a proxy that knows no such path', new SupplyChainError('not-found', '')],
    ['a firewall', new SupplyChainError('denied', '')],
  ])('asks at once when %s answers a stream', async (_, failure) => {
    const { live, environment, last } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(GATHER);
    last().push(failure);
    await environment.pass(0);
    expect(live.current(topic)).toEqual({ state: 'ready', stale: false, view });
  });

  it('asks when streams are cut again and again, and shows what they said until then', async () => {
    const { live, environment, last, say, polled } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(GATHER);
    for (let n = 0; n < 3; n += 1) {
      expect(polled).toEqual([]);
      say(topic, view, `${n}`);
      await environment.pass(8_000);
      last().push(new SupplyChainError('network', 'cut'));
      await environment.pass(2_500);
    }
    expect(polled.length).toBeGreaterThan(0);
    expect(live.current(topic)).toEqual({ state: 'ready', stale: false, view });
  });

  it('does not let questions wait where something on the way gives up on them', async () => {
    const { live, environment, polled, transport } = setUp();
    const { poll } = transport;
    transport.poll = async (topics, wait, signal) => {
      if (wait === 0) return poll(topics, wait, signal);
      await new Promise<void>(resolve => environment.after(10_000, resolve));
      throw new SupplyChainError('network', '504');
    };
    live.subscribe(topic, () => {});
    await environment.pass(FIRST_MESSAGE + 12_000);
    polled.splice(0);
    transport.answer = () => ({ ...view, phase: 'failed' });
    await environment.pass(POLL_PAUSE.impatient);
    expect(live.current(topic)).toMatchObject({
      stale: false,
      view: { phase: 'failed' },
    });
    await environment.pass(3 * POLL_PAUSE.impatient);
    expect(polled.length).toBeGreaterThanOrEqual(3);
    expect(polled.every(({ wait }) => wait === 0)).toBe(true);
  });

  it('tries a stream again after some time of asking, less and less often, and stays with one that works', async () => {
    const { live, environment, streams, say, polled } = setUp();
    live.subscribe(topic, () => {});
    const MINUTE = 60_000;
    await environment.pass(2 * MINUTE);
    expect(streams.length).toBe(2);
    await environment.pass(30 * MINUTE);
    expect(streams.length).toBeGreaterThan(3);
    expect(streams.length).toBeLessThan(8);
    const tried = streams.length;
    while (streams.length === tried) await environment.pass(1_000);
    say(topic, { ...view, phase: 'failed' }, 'z');
    await environment.pass(1_000);
    polled.splice(0);
    expect(live.current(topic)).toMatchObject({ view: { phase: 'failed' } });
    await environment.pass(20_000);
    expect(polled).toEqual([]);
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

  it('keeps the last view beside an error of one topic, and the others live', async () => {
    const { live, environment, say, last } = setUp();
    live.subscribe(topic, () => {});
    live.subscribe(otherTopic, () => {});
    await environment.pass(20);
    say(topic, view);
    say(otherTopic, other);
    const [first] = last().topics;
    if (!first) throw new Error('No topic');
    last().push({
      type: 'error',
      id: first.id,
      error: { name: 'NotFound', message: 'Gone', code: 'not-found' },
    });
    await environment.pass(0);
    expect(live.current(topic)).toMatchObject({
      state: 'error',
      view,
      error: { code: 'not-found' },
    });
    expect(live.current(otherTopic).state).toBe('ready');
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

  it('makes the next view out of a patch', async () => {
    const { live, environment, say, last } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(GATHER);
    say(topic, view);
    last().push({
      type: 'patch',
      id: last().topics[0]?.id ?? '',
      seq: 2,
      version: 'b',
      patch: { fields: [['phase', { set: 'failed' }]] },
    });
    await environment.pass(0);
    expect(live.current(topic).view).toEqual({ ...view, phase: 'failed' });
  });

  it.each([
    ['a number is left out', { seq: 3 }],
    ['it was made for another view', { seq: 2, patch: { items: [] } }],
  ])('opens the stream again for a whole view when %s', async (_, what) => {
    const { live, environment, say, last, streams } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(GATHER);
    say(topic, view);
    last().push({
      type: 'patch',
      id: last().topics[0]?.id ?? '',
      version: 'b',
      patch: { fields: [['phase', { set: 'failed' }]] },
      ...what,
    });
    await environment.pass(0);
    expect(streams[0]?.signal.aborted).toBe(true);
    expect(streams[1]?.topics[0]).not.toHaveProperty('cursor');
    expect(live.current(topic).view).toEqual(view);
  });

  it('takes nothing from a stream that it has left', async () => {
    const { live, environment, say, streams } = setUp();
    const leave = live.subscribe(topic, () => {});
    await environment.pass(GATHER);
    say(topic, view);
    await environment.pass(0);
    leave();
    await environment.pass(GATHER);
    streams[0]?.push({
      type: 'view',
      id: streams[0].topics[0]?.id ?? '',
      version: 'old',
      view: { ...view, phase: 'failed' },
    });
    await environment.pass(0);
    expect(live.current(topic).view).toEqual(view);
  });

  it('says that all is denied, shows nothing any more, and asks again after a minute', async () => {
    const { live, environment, say, last, streams } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(GATHER);
    say(topic, view);
    last().push({ type: 'bye', because: 'denied' });
    await environment.pass(0);
    expect(live.current(topic)).toMatchObject({
      state: 'error',
      error: { code: 'denied' },
    });
    expect(live.current(topic)).not.toHaveProperty('view');
    await environment.pass(40_000);
    expect(streams).toHaveLength(1);
    await environment.pass(40_000);
    expect(streams).toHaveLength(2);
    say(topic, view, 'b');
    await environment.pass(0);
    expect(live.current(topic).state).toBe('ready');
  });

  it('does not call a topic fresh that the new stream has said nothing of', async () => {
    const { live, environment, say, last, streams } = setUp();
    live.subscribe(topic, () => {});
    live.subscribe(otherTopic, () => {});
    await environment.pass(GATHER);
    say(topic, view);
    say(otherTopic, other);
    last().push(new SupplyChainError('network', 'cut'));
    await environment.pass(1_000);
    expect(streams).toHaveLength(2);
    say(topic, view);
    await environment.pass(STALE_AFTER);
    last().push({ type: 'heartbeat' });
    await environment.pass(0);
    expect(live.current(topic).stale).toBe(false);
    expect(live.current(otherTopic).stale).toBe(true);
  });

  it('does not show a view that it cannot read', async () => {
    const { live, environment, say } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(20);
    say(topic, { nothing: 'of ours' });
    await environment.pass(0);
    expect(live.current(topic)).toMatchObject({
      state: 'error',
      error: { code: 'unreadable' },
    });
  });
});
