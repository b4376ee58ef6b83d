import { act, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { WorkloadRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import { answerWorkloads } from '../testing/answerWorkloads';
import {
  type AnyLive,
  FakeSupplyChainApi,
} from '../testing/FakeSupplyChainApi';
import type { LiveTopic } from '../api/LiveTopic';
import { FIRST_PAGE, NEXT_PAGE, useWorkloadPages } from './useWorkloadPages';

const row = (n: number): WorkloadRow => ({
  ref: { cluster: 'c', namespace: 'n', name: `w-${n}` },
  phase: 'ready',
  stale: false,
  pipeline: [],
  reasons: [],
});
const rows = (count: number) => Array.from({ length: count }, (_, n) => row(n));

const over =
  (all: readonly WorkloadRow[]) =>
  (topic: LiveTopic): AnyLive => {
    if (topic.type !== 'workloads') throw new Error('Only lists are asked for');
    return {
      state: 'ready',
      stale: false,
      view: answerWorkloads(all, topic.query, []),
    };
  };

function setUp(answer: (topic: LiveTopic) => AnyLive, query = {}) {
  const api = new FakeSupplyChainApi(answer);
  const hook = renderHook(props => useWorkloadPages(props), {
    initialProps: query,
    wrapper: ({ children }) => (
      <TestApiProvider apis={[[supplyChainApiRef, api]]}>
        {children}
      </TestApiProvider>
    ),
  });
  return { api, ...hook };
}

describe('useWorkloadPages', () => {
  it('loads page after page until all rows are here, each once', () => {
    const { result, api } = setUp(over(rows(FIRST_PAGE + NEXT_PAGE + 5)));
    expect(result.current.rows).toHaveLength(FIRST_PAGE);
    act(() => result.current.loadMore?.());
    expect(result.current.rows).toHaveLength(FIRST_PAGE + NEXT_PAGE);
    act(() => result.current.loadMore?.());
    expect(result.current.rows).toHaveLength(FIRST_PAGE + NEXT_PAGE + 5);
    expect(result.current.loadMore).toBeUndefined();
    expect(new Set(result.current.rows.map(({ ref }) => ref.name)).size).toBe(
      result.current.rows.length,
    );
    expect(api.topics).toHaveLength(3);
  });

  it('keeps every page it loaded up to date', () => {
    const all = rows(FIRST_PAGE + 10);
    const { result, api } = setUp(over(all));
    act(() => result.current.loadMore?.());
    act(() =>
      api.change(
        over(
          all.map((each, n) =>
            n === FIRST_PAGE + 5 ? { ...each, says: 'changed' } : each,
          ),
        ),
      ),
    );
    expect(result.current.rows.filter(({ says }) => says)).toHaveLength(1);
  });

  it('drops the pages that are no more', () => {
    const { result, api } = setUp(over(rows(FIRST_PAGE + 10)));
    act(() => result.current.loadMore?.());
    act(() => api.change(over(rows(3))));
    expect(result.current.rows).toHaveLength(3);
    expect(result.current.loadMore).toBeUndefined();
  });

  it('begins again for another question and forgets the old one', () => {
    const { result, rerender, api } = setUp(over(rows(FIRST_PAGE + 10)));
    act(() => result.current.loadMore?.());
    rerender({ q: 'w-1' });
    expect(
      result.current.rows.every(({ ref }) => ref.name.startsWith('w-1')),
    ).toBe(true);
    expect(api.topics).toEqual([
      { type: 'workloads', query: { q: 'w-1', limit: FIRST_PAGE } },
    ]);
  });

  it('leaves nothing behind', () => {
    const { result, unmount, api } = setUp(over(rows(FIRST_PAGE + 10)));
    act(() => result.current.loadMore?.());
    unmount();
    expect(api.topics).toEqual([]);
  });

  it('keeps the rows of a page while the next question for it is on its way', () => {
    const all = rows(FIRST_PAGE + 10);
    const { result, api } = setUp(over(all));
    act(() => result.current.loadMore?.());
    act(() =>
      api.change(topic => {
        if (topic.type !== 'workloads') throw new Error('Only lists');
        const { view } = over(all)(topic);
        // Another end of the first page: the second one has to be asked for anew.
        return topic.query.cursor
          ? { state: 'loading', stale: false }
          : {
              state: 'ready',
              stale: false,
              view: { ...answerWorkloads(all, topic.query, []), cursor: '99' },
              ...(view && {}),
            };
      }),
    );
    expect(result.current.rows).toHaveLength(FIRST_PAGE + 10);
  });
});
