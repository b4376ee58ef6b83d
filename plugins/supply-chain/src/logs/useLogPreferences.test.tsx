import { storageApiRef, type StorageApi } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useLogPreferences } from './useLogPreferences';

type Told = ReturnType<StorageApi['snapshot']>;

/** A storage on a server: it answers when the test says so. */
function slowStorage() {
  const listeners = new Set<(told: Told) => void>();
  const writes: { value: unknown; done: (error?: Error) => void }[] = [];
  const snapshot = (told: object) =>
    ({ key: 'preferences', presence: 'unknown', ...told } as Told);
  const storage = {
    forBucket: () => storage,
    snapshot: () => snapshot({}),
    observe$: () => ({
      subscribe: (listener: (told: Told) => void) => {
        listeners.add(listener);
        return { unsubscribe: () => listeners.delete(listener) };
      },
    }),
    set: (_: string, value: unknown) =>
      new Promise<void>((resolve, reject) =>
        writes.push({ value, done: e => (e ? reject(e) : resolve()) }),
      ),
  };
  return {
    writes,
    listeners,
    storage: storage as unknown as StorageApi,
    tells: (value?: object) =>
      act(async () => {
        const told = snapshot(
          value === undefined
            ? { presence: 'absent' }
            : { presence: 'present', value },
        );
        for (const listener of listeners) listener(told);
      }),
  };
}

function prefer(storage: StorageApi) {
  const { result, unmount } = renderHook(() => useLogPreferences(), {
    wrapper: ({ children }) => (
      <TestApiProvider apis={[[storageApiRef, storage]]}>
        {children}
      </TestApiProvider>
    ),
  });
  return {
    unmount,
    now: () => result.current[0],
    change: (some: Parameters<(typeof result.current)[1]>[0]) =>
      act(async () => result.current[1](some)),
  };
}

describe('preferences in a storage that takes its time', () => {
  it('keeps what was stored and is not known yet, when something else is changed', async () => {
    const { storage, writes, tells } = slowStorage();
    const logs = prefer(storage);
    await logs.change({ wrap: true });
    expect(logs.now().wrap).toBe(true);
    expect(writes).toEqual([]);
    await tells({ wrap: false, times: 'clock', context: 10 });
    expect(logs.now()).toEqual({ wrap: true, times: 'clock', context: 10 });
    expect(writes.map(({ value }) => value)).toEqual([logs.now()]);
  });

  it('writes one after the other, and never takes back what was asked for since', async () => {
    const { storage, writes, tells } = slowStorage();
    const logs = prefer(storage);
    await tells();
    await logs.change({ wrap: true });
    await logs.change({ times: 'ago' });
    expect(writes).toHaveLength(1);
    // The first write is told of when the second was asked for.
    await tells({ wrap: true, times: 'off', context: 3 });
    expect(logs.now()).toEqual({ wrap: true, times: 'ago', context: 3 });
    writes[0]?.done();
    await waitFor(() => expect(writes).toHaveLength(2));
    expect(writes[1]?.value).toEqual(logs.now());
  });

  it('goes on when something cannot be stored', async () => {
    const { storage, writes, tells } = slowStorage();
    const logs = prefer(storage);
    await tells();
    await logs.change({ wrap: true });
    writes[0]?.done(new Error('the disk is full'));
    await logs.change({ wrap: false });
    await waitFor(() => expect(writes).toHaveLength(2));
    expect(logs.now().wrap).toBe(false);
  });

  it('takes what another tab stored, where nothing was asked for here', async () => {
    const { storage, tells, writes } = slowStorage();
    const logs = prefer(storage);
    await tells({ wrap: true });
    expect(logs.now().wrap).toBe(true);
    await tells({ wrap: false });
    expect(logs.now().wrap).toBe(false);
    expect(writes).toEqual([]);
  });

  it('listens no more when it leaves', () => {
    const { storage, listeners } = slowStorage();
    const { unmount } = prefer(storage);
    expect(listeners.size).toBe(1);
    unmount();
    expect(listeners.size).toBe(0);
  });
});
