import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  WorkloadRow,
  WorkloadsAnswer,
  WorkloadsQueryInput,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Live } from '../api/Live';
import type { LiveSource } from '../api/LiveSource';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import { topicKey } from '../api/topicKey';

/** Rows of the first page: on screen at once, whatever the size of the list. */
export const FIRST_PAGE = 100;
/** Rows of each page after it: the most the backend gives. */
export const NEXT_PAGE = 1000;

export type WorkloadPages = {
  first: Live<WorkloadsAnswer>;
  rows: readonly WorkloadRow[];
  /** Undefined when all rows are here. */
  loadMore: (() => void) | undefined;
  loadingMore: boolean;
};

/**
 * The rows of a query, page by page. Every page is a live topic of its own that begins where the page before it
 * ends: when that end moves, the next page is asked for from there, so that no row is lost or shown twice.
 */
export function useWorkloadPages(query: WorkloadsQueryInput): WorkloadPages {
  const { live } = useApi(supplyChainApiRef);
  const key = topicKey({ type: 'workloads', query });
  // The key is the content of the query.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const stable = useMemo(() => query, [key]);
  const [asked, setAsked] = useState({ key, pages: 1 });
  const wanted = asked.key === key ? asked.pages : 1;

  const [chain, setChain] = useState<Chain>();
  useEffect(
    () => followPages(live, stable, wanted, pages => setChain({ key, pages })),
    [live, stable, wanted, key],
  );

  const loadMore = useCallback(
    () => setAsked({ key, pages: wanted + 1 }),
    [key, wanted],
  );

  const pages = chain?.key === key ? chain.pages : [];
  const first = pages[0] ?? LOADING;
  const shown = pages.flatMap(page => page.view ?? []);
  const last = shown.at(-1);
  const loadingMore = first.state === 'ready' && shown.length < wanted;
  return {
    first,
    rows: useMemo(
      () => withoutTwins(shown.flatMap(page => page.items)),
      // The pages are the same objects until one changes.
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [chain],
    ),
    loadMore: last?.cursor && !loadingMore ? loadMore : undefined,
    loadingMore: loadingMore && last?.cursor !== undefined,
  };
}

type Pages = readonly Live<WorkloadsAnswer>[];
type Chain = { key: string; pages: Pages };

const LOADING = { state: 'loading', stale: false } as const;

/** Subscribes page after page, each from the cursor of the one before. Returns how to stop. */
function followPages(
  live: LiveSource,
  query: WorkloadsQueryInput,
  wanted: number,
  onChange: (pages: Pages) => void,
): () => void {
  const links: { cursor: string | undefined; leave: () => void }[] = [];
  const kept: Live<WorkloadsAnswer>[] = [];

  const update = () => {
    let cursor: string | undefined;
    for (let n = 0; n < wanted; n += 1) {
      if (n > 0 && cursor === undefined) {
        links.splice(n).forEach(link => link.leave());
        kept.length = Math.min(kept.length, n);
        break;
      }
      const topic = topicOf(query, n, cursor);
      if (links[n]?.cursor !== cursor || !links[n]) {
        links[n]?.leave();
        links[n] = { cursor, leave: live.subscribe(topic, update) };
      }
      const now = live.current(topic);
      // A page that moved keeps its old rows until the new ones are here: nothing jumps.
      if (now.state !== 'loading' || !kept[n]) kept[n] = now;
      cursor = kept[n]?.view?.cursor;
    }
    onChange([...kept]);
  };
  update();
  return () => links.forEach(link => link.leave());
}

function topicOf(
  query: WorkloadsQueryInput,
  page: number,
  cursor: string | undefined,
) {
  return {
    type: 'workloads' as const,
    query: {
      ...query,
      limit: page === 0 ? FIRST_PAGE : NEXT_PAGE,
      ...(cursor !== undefined && { cursor }),
    },
  };
}

/** While a page before it moves, a row can be on two pages for a moment: the first one counts. */
function withoutTwins(rows: readonly WorkloadRow[]): WorkloadRow[] {
  const seen = new Set<string>();
  return rows.filter(({ ref }) => {
    const id = `${ref.cluster}/${ref.namespace}/${ref.name}`;
    return seen.has(id) ? false : seen.add(id);
  });
}
