import { liveSetUp } from '../testing/liveSetUp';
import { recordedViews } from '../testing/recordedViews';
import { GATHER } from './LiveConnection';
import { STALE_AFTER } from './LiveSession';
import { SupplyChainError } from './SupplyChainError';

const [view, other] = recordedViews().views;
if (!view || !other) throw new Error('Too few views were recorded');
const topic = { type: 'workload', ref: view.ref } as const;
const otherTopic = { type: 'workload', ref: other.ref } as const;
const setUp = () => liveSetUp(view);

describe('LiveConnection and what streams say', () => {
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
