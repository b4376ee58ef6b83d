import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Live } from '../api/Live';
import type { LiveTopic, LiveViewOf } from '../api/LiveTopic';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import { topicKey } from '../api/topicKey';
import { useClusterTokens } from './useClusterTokens';

/** One object, so that a page without a topic does not render again and again. */
const NOTHING_ASKED = { state: 'loading', stale: false } as const;

/**
 * A view that keeps itself up to date for as long as the component is on screen.
 * Topics are compared by content, so they may be written inline. Without a topic: `loading`, and nobody is asked.
 */
export function useLive<T extends LiveTopic>(
  topic: T | undefined,
): Live<LiveViewOf<T>> {
  const { live } = useApi(supplyChainApiRef);
  useClusterTokens();
  const key = topic && topicKey(topic);
  // The key is the content: the same content keeps the same topic object, and with it the subscription.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const stable = useMemo(() => topic, [key]);

  const subscribe = useCallback(
    (onChange: () => void) =>
      stable ? live.subscribe(stable, onChange) : () => {},
    [live, stable],
  );
  const current = useCallback(
    (): Live<LiveViewOf<T>> => (stable ? live.current(stable) : NOTHING_ASKED),
    [live, stable],
  );
  return useSyncExternalStore(subscribe, current);
}
