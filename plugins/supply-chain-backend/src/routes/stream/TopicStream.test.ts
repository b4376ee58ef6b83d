import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  StreamMessage,
  Topic,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FakeClock } from '../../clock/FakeClock';
import { NoSuchObject } from '../../service/errors/NoSuchObject';
import { AUTHORISE_MS } from '../../access/AUTHORISE_MS';
import type { Caller } from '../../access/Caller';
import type { CopyChange } from '../../watch/CopyChange';
import { copyChanges } from './copyChanges';
import { messageText } from './messageText';
import { TopicReader } from './TopicReader';
import type { TopicReaders } from './TopicReaders';
import {
  COALESCE_MS,
  FIRST_HEARTBEAT_MS,
  HEARTBEAT_MS,
  STOPPED_MS,
  TopicStream,
} from './TopicStream';

const ref = { cluster: 'build', namespace: 'shop', name: 'payments' };
const topic: Topic = { type: 'build', id: 'b', ref };
const change = {
  what: 'objects',
  cluster: 'build',
  resource: 'builds.kpack.io',
  keys: ['shop/payments'],
  indexed: [],
} satisfies CopyChange;

function setUp(topics: readonly Topic[] = [topic]) {
  const clock = new FakeClock();
  const sent: StreamMessage[] = [];
  const listeners = new Set<(change: CopyChange) => void>();
  const leaving = new AbortController();
  const shutdown = new AbortController();
  const world = {
    view: 1 as unknown,
    reads: 0,
    touched: 0,
    mayRead: true,
    callers: new Set<Caller>(),
    /** What the reader of the stream makes it wait for. */
    drained: Promise.resolve(),
  };
  const read = async (_ref: unknown, as: Caller) => {
    world.callers.add(as);
    world.reads += 1;
    if (world.view instanceof Error) throw world.view;
    return { it: world.view };
  };
  // Only the methods that topics name are ever called.
  const readers = {
    reader: { build: read, workload: read },
  } as unknown as TopicReaders;
  const stream = new TopicStream({
    topics,
    topicReader: new TopicReader(readers, error => {
      throw error;
    }),
    changes: copyChanges({
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    mayRead: async () => world.mayRead,
    touch() {
      world.touched += 1;
    },
    clock,
    write: async (message, signal) => {
      sent.push(message);
      await Promise.race([
        world.drained,
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
      ]);
    },
  });
  const as: Caller = {
    credentials: mockCredentials.user(),
    signal: leaving.signal,
  };
  const ended = stream.run(
    as,
    { at: clock.now() + 600_000, because: 'token' },
    shutdown.signal,
  );
  const changed = (what: CopyChange = change) => {
    for (const listener of listeners) listener(what);
  };
  const views = () =>
    sent.flatMap(message => (message.type === 'view' ? [message.view] : []));
  return {
    ...{ clock, sent, leaving, shutdown, world, ended, changed, views },
    listeners,
  };
}

describe('a stream of topics', () => {
  it('tells the view first, and again when it has changed', async () => {
    const { clock, world, changed, views, sent } = setUp();
    await clock.advance(1_000);
    world.view = 2;
    changed();
    await clock.advance(0);
    expect(views()).toEqual([{ it: 1 }, { it: 2 }]);
    expect(sent[0]).toMatchObject({ id: 'b', version: expect.any(String) });
  });

  it('is silent about changes that do not show', async () => {
    const { clock, world, changed, views } = setUp();
    await clock.advance(1_000);
    changed();
    await clock.advance(1_000);
    expect(world.reads).toBe(2);
    expect(views()).toHaveLength(1);
  });

  it('does not read for changes elsewhere', async () => {
    const { clock, world, changed } = setUp();
    await clock.advance(1_000);
    changed({ ...change, keys: ['other/payments'] });
    await clock.advance(1_000);
    expect(world.reads).toBe(1);
    changed({ ...change, keys: ['a-chain'] });
    changed({ what: 'clusters' });
    await clock.advance(1_000);
    expect(world.reads).toBe(2);
  });

  it('tells ten views a second at most, and always the last', async () => {
    const { clock, world, changed, views } = setUp();
    for (let i = 0; i < 100; i += 1) {
      world.view = i;
      changed();
      await clock.advance(10);
    }
    await clock.advance(COALESCE_MS);
    expect(views().length).toBeLessThanOrEqual(12);
    expect(views().at(-1)).toEqual({ it: 99 });
  });

  it('tells a slow reader the newest view and nothing between', async () => {
    const { clock, world, changed, views } = setUp();
    let drain = () => {};
    world.drained = new Promise(resolve => {
      drain = resolve;
    });
    await clock.advance(1_000);
    for (const view of [2, 3, 4]) {
      world.view = view;
      changed();
      await clock.advance(1_000);
    }
    expect(views()).toEqual([{ it: 1 }]);
    drain();
    await clock.advance(1_000);
    expect(views()).toEqual([{ it: 1 }, { it: 4 }]);
  });

  it('tells what has changed in a large view, and the whole after a reader stopped for long', async () => {
    const { clock, world, changed, sent } = setUp();
    const large = { says: 'x'.repeat(1_000) };
    let n = 0;
    const next = async () => {
      n += 1;
      world.view = { ...large, n };
      changed();
      await clock.advance(COALESCE_MS);
    };
    await next();
    await next();
    let drain = () => {};
    world.drained = new Promise(resolve => {
      drain = resolve;
    });
    await next();
    await clock.advance(STOPPED_MS);
    drain();
    await clock.advance(COALESCE_MS);
    await next();
    expect(
      sent.map(({ type }) => type).filter(type => type !== 'heartbeat'),
    ).toEqual(['view', 'patch', 'patch', 'view']);
  });

  it('says nothing but "unchanged" to a cursor that is the newest', async () => {
    const before = setUp();
    await before.clock.advance(1_000);
    const [first] = before.sent;
    if (first?.type !== 'view') throw new Error('Not a view');
    const { clock, sent } = setUp([{ ...topic, cursor: first.version }]);
    await clock.advance(FIRST_HEARTBEAT_MS - 1);
    expect(sent).toEqual([
      { type: 'unchanged', id: 'b', seq: 1, version: first.version },
    ]);
  });

  it('ends for who may read nothing, at once or within a minute', async () => {
    const { clock, world, sent, ended } = setUp();
    await clock.advance(1_000);
    world.mayRead = false;
    await clock.advance(60_000);
    expect(await ended).toBe('denied');
    expect(sent.filter(({ type }) => type === 'view')).toHaveLength(1);
  });

  it('says an error once, and the view when it is back; other topics go on', async () => {
    const { clock, world, changed, sent } = setUp();
    await clock.advance(1_000);
    world.view = new NoSuchObject('Build', ref);
    changed();
    await clock.advance(1_000);
    changed();
    await clock.advance(1_000);
    world.view = 1;
    changed();
    await clock.advance(1_000);
    const said = sent.filter(({ type }) => type !== 'heartbeat');
    expect(said.map(({ type }) => type)).toEqual(['view', 'error', 'view']);
    expect(said[1]).toMatchObject({ error: { code: 'not-found' } });
  });

  it('beats, and keeps the copy awake', async () => {
    const { clock, sent, world } = setUp();
    await clock.advance(FIRST_HEARTBEAT_MS + 2 * HEARTBEAT_MS);
    expect(sent.filter(({ type }) => type === 'heartbeat')).toHaveLength(3);
    expect(world.touched).toBe(3);
  });

  it('costs a viewer of a quiet cluster less than 2 KiB a minute', async () => {
    const { clock, sent } = setUp();
    await clock.advance(COALESCE_MS);
    const before = sent.length;
    await clock.advance(60_000);
    const bytes = sent
      .slice(before)
      .reduce((sum, each) => sum + messageText(each).length + 1, 0);
    expect(bytes).toBeLessThan(2_048);
  });

  it('reads everything anew, as the caller, at least every minute', async () => {
    const { clock, world, sent } = setUp();
    await clock.advance(1_000);
    world.view = new NoSuchObject('Build', ref);
    await clock.advance(AUTHORISE_MS);
    expect(sent.at(-1)).toMatchObject({
      type: expect.stringMatching(/error|heartbeat/),
    });
    expect(sent.some(({ type }) => type === 'error')).toBe(true);
    // Another caller object: what was decided for the first is not remembered for it.
    expect(world.callers.size).toBe(2);
    expect(AUTHORISE_MS).toBeLessThanOrEqual(60_000);
  });

  it.each([
    [
      'its time is over',
      'token',
      async (s: ReturnType<typeof setUp>) => s.clock.advance(600_000),
    ],
    [
      'the backend stops',
      'shutdown',
      async (s: ReturnType<typeof setUp>) => s.shutdown.abort(),
    ],
    [
      'the reader has left',
      undefined,
      async (s: ReturnType<typeof setUp>) => s.leaving.abort(),
    ],
  ])('leaves nothing behind when %s', async (_, because, end) => {
    const all = setUp([topic, { ...topic, id: 'c' }]);
    await all.clock.advance(1_000);
    await end(all);
    expect(await all.ended).toBe(because);
    await all.clock.settle();
    expect(all.clock.waits).toEqual([]);
    expect(all.listeners.size).toBe(0);
    const before = all.sent.length;
    all.changed();
    await all.clock.advance(1_000);
    expect(all.sent).toHaveLength(before);
  });

  it('ends though its reader has stopped reading', async () => {
    const { clock, world, ended, listeners } = setUp();
    world.drained = new Promise(() => {});
    await clock.advance(600_000);
    expect(listeners.size).toBe(0);
    await expect(Promise.race([ended, clock.settle()])).resolves.toBe('token');
  });
});
