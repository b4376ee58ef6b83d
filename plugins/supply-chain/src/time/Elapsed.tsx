import { useSyncExternalStore } from 'react';
import type { Instant } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ticker } from './Ticker';
import { formatDuration } from './formatDuration';

const SECOND = 1000;

/** How long something has been going on, counting up in whole seconds. Nothing for a moment that is none. */
export function Elapsed({ since }: { since: Instant | undefined }) {
  const start = since === undefined ? NaN : Date.parse(since);
  const seconds = useSyncExternalStore(ticker.subscribe, () =>
    Math.max(0, Math.floor((Date.now() - start) / SECOND)),
  );
  if (Number.isNaN(seconds)) return null;
  const text = seconds < 10 ? `${seconds} s` : formatDuration(seconds * SECOND);
  return <>{text}</>;
}
