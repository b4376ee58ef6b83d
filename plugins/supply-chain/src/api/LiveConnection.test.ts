import type {
  StreamMessage,
  Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { recordedViews } from '../testing/recordedViews';
import { LiveConnection } from './LiveConnection';
import type { LiveEnvironment } from './LiveEnvironment';
import { FIRST_MESSAGE, POLL_EVERY, SILENCE, STALE_AFTER } from './LiveSession';
import type { LiveTopic } from './LiveTopic';
import type { LiveTransport } from './LiveTransport';
import { SupplyChainError } from './SupplyChainError';

const [view, other] = recordedViews().views;
if (!view || !other) throw new Error('Too few views were recorded');
const topic = { type: 'workload', ref: view.ref } as const;
const otherTopic = { type: 'workload', ref: other.ref } as const;

/** Time that passes when a test says so, in the order in which things are due. */
class TestEnvironment implements LiveEnvironment {
  hidden = false;
  private now = 0;
  private due: { at: number; then: () => void }[] = [];
  private onChange = () => {};

  after(ms: number, then: () => void) {
    const entry = { at: this.now + ms, then };
    this.due.push(entry);
    return () => {
      this.due = this.due.filter(each => each !== entry);
    };
  }
  random = () => 0.5;
  isHidden = () => this.hidden;
  onVisibility(listener: () => void) {
    this.onChange = listener;
  }
  hide(hidden: boolean) {
    this.hidden = hidden;
    this.onChange();
  }
  get timers() {
    return this.due.length;
  }
  async pass(ms: number) {
    const until = this.now + ms;
    await settle();
    for (;;) {
      const next = this.due
        .filter(({ at }) => at <= until)
        .sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.due = this.due.filter(each => each !== next);
      this.now = next.at;
      next.then();
      await settle();
    }
    this.now = until;
  }
}

/** Lets every promise that can go on go on. */
const settle = () => new Promise(resolve => setTimeout(resolve, 0));

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
  const environment = new TestEnvironment();
  const streams: TestStream[] = [];
  const polled: { topic: LiveTopic; version: string | undefined }[] = [];
  const transport: LiveTransport & { answer: () => unknown } = {
    answer: () => view,
    stream(topics, signal) {
      const stream = new TestStream(topics, signal);
      streams.push(stream);
      return stream.read();
    },
    async poll(asked, version) {
      polled.push({ topic: asked, version });
      const answer = transport.answer();
      if (answer instanceof Error) throw answer;
      return answer ? { view: answer, version: '"1"' } : undefined;
    },
  };
  const live = new LiveConnection(transport, environment);
  const last = () => {
    const stream = streams.at(-1);
    if (!stream) throw new Error('No stream was opened');
    return stream;
  };
  const say = (of: LiveTopic, what: unknown, version = 'a') => {
    const asked = last().topics.find(
      each =>
        JSON.stringify({ ...each, id: 0 }) === JSON.stringify({ ...of, id: 0 }),
    );
    if (!asked) throw new Error('The stream does not carry this topic');
    last().push({ type: 'view', id: asked.id, version, view: what });
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
    const { live, environment, say, last } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(20);
    say(topic, view);
    await environment.pass(0);
    last().push(new Error('reset'));
    await environment.pass(STALE_AFTER + 1);
    expect(live.current(topic)).toEqual({ state: 'ready', stale: true, view });
    last().push({ type: 'heartbeat' });
    await environment.pass(0);
    expect(live.current(topic)).toEqual({ state: 'ready', stale: false, view });
  });

  it('notices a connection that died without a word', async () => {
    const { live, environment, say, streams } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(20);
    say(topic, view);
    await environment.pass(SILENCE + 1_000);
    expect(streams[0]?.signal.aborted).toBe(true);
    expect(streams).toHaveLength(2);
  });

  it('comes back at once when the server says bye for its own reasons', async () => {
    const { live, environment, streams, last } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(20);
    last().push({ type: 'bye', because: 'token' });
    await environment.pass(0);
    expect(streams).toHaveLength(2);
  });

  it('asks by itself when nothing comes through the stream', async () => {
    const { live, environment, polled, transport } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(20 + FIRST_MESSAGE);
    expect(live.current(topic)).toEqual({ state: 'ready', stale: false, view });
    transport.answer = () => undefined;
    await environment.pass(2 * POLL_EVERY);
    expect(polled.map(({ version }) => version)).toEqual([
      undefined,
      '"1"',
      '"1"',
    ]);
    expect(live.current(topic)).toEqual({ state: 'ready', stale: false, view });
  });

  it('tries a stream again after some minutes of asking', async () => {
    const { live, environment, streams } = setUp();
    live.subscribe(topic, () => {});
    await environment.pass(6 * 60_000);
    expect(streams.length).toBeGreaterThan(1);
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
