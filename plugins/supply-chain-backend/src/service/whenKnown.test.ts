import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { FakeClock } from '../clock/FakeClock';
import type { CopyChange } from '../watch/CopyChange';
import type { LiveCopy } from '../watch/LiveCopy';
import { FIRST_LIST_WAIT_MS, whenKnown } from './whenKnown';

function setUp() {
  const clock = new FakeClock();
  const listeners = new Set<(change: CopyChange) => void>();
  const since = new Date(clock.now()).toISOString();
  const states: Record<string, KindHealth['state']> = {
    build: 'loading',
    run: 'loading',
  };
  const copy: LiveCopy = {
    clusters: () =>
      Object.entries(states).map(([name, state]) => ({
        name,
        access: 'shared',
        kinds: [{ resource: 'pods', state, since, objects: 0, unreadable: 0 }],
      })),
    problem: () => undefined,
    kind: () => {
      throw new Error('not asked');
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    touch: jest.fn(),
    ready: async () => {},
  };
  const become = (cluster: string, state: KindHealth['state']) => {
    states[cluster] = state;
    for (const tell of listeners) {
      tell({ what: 'health', cluster, resource: 'pods' });
    }
  };
  const leaving = new AbortController();
  let done = false;
  const wait = (cluster?: string) => {
    const waiting = whenKnown(copy, clock, leaving.signal, cluster);
    void waiting.then(
      () => {
        done = true;
      },
      () => {},
    );
    return waiting;
  };
  return { clock, copy, become, wait, leaving, listeners, isDone: () => done };
}

describe('a request before the first lists', () => {
  it('wakes the copy and waits for the cluster it is about', async () => {
    const { copy, clock, become, wait, isDone, listeners } = setUp();
    void wait('build');
    await clock.advance(10);
    become('run', 'fresh');
    await clock.settle();
    expect(isDone()).toBe(false);
    become('build', 'fresh');
    await clock.settle();
    expect(isDone()).toBe(true);
    expect(copy.touch).toHaveBeenCalled();
    expect(listeners.size).toBe(0);
    expect(clock.waits).toEqual([]);
  });

  it('does not wait for long, and not again, for a cluster that does not answer', async () => {
    const { clock, become, wait, isDone } = setUp();
    void wait();
    become('build', 'fresh');
    await clock.advance(FIRST_LIST_WAIT_MS);
    expect(isDone()).toBe(true);
    await wait();
    expect(clock.waits).toEqual([]);
  });

  it('ends with its caller', async () => {
    const { clock, wait, leaving, listeners } = setUp();
    const waiting = wait();
    leaving.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
    expect(listeners.size).toBe(0);
    expect(clock.waits).toEqual([]);
  });
});
