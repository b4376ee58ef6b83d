import { mockCredentials } from '@backstage/backend-test-utils';
import type { Topic } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FakeClock } from '../../clock/FakeClock';
import { NoSuchObject } from '../../service/errors/NoSuchObject';
import { TopicPoll } from './TopicPoll';
import { TopicReader } from './TopicReader';
import type { TopicReaders } from './TopicReaders';

const ref = { cluster: 'build', namespace: 'shop', name: 'payments' };
const build: Topic = { type: 'build', id: 'b', ref };
const workload: Topic = { type: 'workload', id: 'w', ref };
const WAIT_MS = 25_000;

function setUp() {
  const clock = new FakeClock();
  const listeners = new Set<() => void>();
  const leaving = new AbortController();
  const shutdown = new AbortController();
  const world = {
    build: { n: 1 } as object,
    workload: { n: 1 } as object,
    mayRead: true,
  };
  const read = (what: 'build' | 'workload') => async () => {
    const view = world[what];
    if (view instanceof Error) throw view;
    return view;
  };
  // Only the methods that topics name are ever called.
  const readers = {
    reader: { build: read('build'), workload: read('workload') },
  } as unknown as TopicReaders;
  const poll = (topics: readonly Topic[], waitMs = WAIT_MS) =>
    new TopicPoll({
      topics,
      clock,
      topicReader: new TopicReader(readers, error => {
        throw error;
      }),
      changes: {
        onChange(_topic, changed) {
          listeners.add(changed);
          return () => listeners.delete(changed);
        },
      },
      mayRead: async () => world.mayRead,
    }).run(
      { credentials: mockCredentials.user(), signal: leaving.signal },
      waitMs,
      shutdown.signal,
    );
  /** The topics again, each with the cursor of its message. */
  const caughtUp = async (...topics: Topic[]) => {
    const messages = await poll(topics);
    return topics.map((topic, n) => {
      const message = messages[n];
      if (!message || !('version' in message)) throw new Error('No version');
      return { ...topic, cursor: message.version };
    });
  };
  const changed = () => listeners.forEach(each => each());
  return {
    ...{ clock, listeners, leaving, shutdown, world, poll, caughtUp, changed },
    expectNothingLeft() {
      expect(clock.waits).toEqual([]);
      expect(listeners.size).toBe(0);
    },
  };
}

describe('a poll', () => {
  it('answers at once without cursors', async () => {
    const { poll, world, expectNothingLeft } = setUp();
    expect(await poll([build, workload])).toMatchObject([
      { type: 'view', id: 'b', seq: 1, view: world.build },
      { type: 'view', id: 'w', seq: 1, view: world.workload },
    ]);
    expectNothingLeft();
  });

  it('waits for news, and says of the other topics that they are as they were', async () => {
    const { clock, poll, caughtUp, changed, world, expectNothingLeft } =
      setUp();
    const answer = poll(await caughtUp(build, workload));
    await clock.advance(10_000);
    world.workload = { n: 2 };
    changed();
    await clock.advance(0);
    expect(await answer).toMatchObject([
      { type: 'unchanged', id: 'b' },
      { type: 'view', id: 'w', view: { n: 2 } },
    ]);
    expectNothingLeft();
  });

  it('goes on waiting when a change does not show', async () => {
    const { clock, poll, caughtUp, changed, expectNothingLeft } = setUp();
    const answer = poll(await caughtUp(build));
    await clock.advance(1_000);
    changed();
    await clock.advance(WAIT_MS - 1_001);
    expect(clock.waits).toEqual([1]);
    await clock.advance(1);
    expect(await answer).toMatchObject([{ type: 'unchanged', id: 'b' }]);
    expectNothingLeft();
  });

  it('tells an error once, and then waits for another state', async () => {
    const { clock, poll, caughtUp, changed, world } = setUp();
    world.build = new NoSuchObject('Build', ref);
    expect(await poll([build])).toMatchObject([
      { type: 'error', id: 'b', error: { code: 'not-found' } },
    ]);
    const answer = poll(await caughtUp(build));
    await clock.advance(1_000);
    world.build = { n: 3 };
    changed();
    await clock.advance(0);
    expect(await answer).toMatchObject([{ type: 'view', view: { n: 3 } }]);
  });

  it('answers at once when it may not wait', async () => {
    const { clock, poll, caughtUp, expectNothingLeft } = setUp();
    const answer = poll(await caughtUp(build), 0);
    await clock.advance(0);
    expect(await answer).toMatchObject([{ type: 'unchanged' }]);
    expectNothingLeft();
  });

  it('says goodbye to who may read nothing', async () => {
    const { poll, world } = setUp();
    world.mayRead = false;
    world.build = new NoSuchObject('Build', ref);
    expect(await poll([build])).toMatchObject([
      { type: 'error', error: { code: 'not-found' } },
      { type: 'bye', because: 'denied' },
    ]);
  });

  it.each([
    ['the backend stops', 'shutdown', [{ type: 'unchanged' }]],
    ['the caller leaves', 'leaving', []],
  ] as const)('leaves nothing behind when %s', async (_, who, expected) => {
    const all = setUp();
    const answer = all.poll(await all.caughtUp(build));
    await all.clock.advance(1_000);
    all[who].abort();
    await all.clock.settle();
    expect(await answer).toMatchObject(expected);
    all.expectNothingLeft();
  });
});
