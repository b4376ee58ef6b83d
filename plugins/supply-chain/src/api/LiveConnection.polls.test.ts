import { LONGEST_WAIT } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { liveSetUp } from '../testing/liveSetUp';
import { recordedViews } from '../testing/recordedViews';
import { GATHER } from './LiveConnection';
import { FIRST_MESSAGE, POLL_PAUSE } from './LiveSession';
import { SupplyChainError } from './SupplyChainError';

const [view] = recordedViews().views;
if (!view) throw new Error('Too few views were recorded');
const topic = { type: 'workload', ref: view.ref } as const;
const setUp = () => liveSetUp(view);

describe('LiveConnection where streams do not come through', () => {
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
});
