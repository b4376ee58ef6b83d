import { useSyncExternalStore } from 'react';
import type { Instant } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ageWords } from './ageWords';
import { ticker } from './Ticker';

/** How long ago, counting on by itself; the moment itself on hover. Nothing for a moment that is none. */
export function Age({ since }: { since: Instant | undefined }) {
  const words = useSyncExternalStore(ticker.subscribe, () => age(since));
  if (!since || words === undefined) return null;
  return (
    <time dateTime={since} title={new Date(since).toLocaleString()}>
      {words}
    </time>
  );
}

function age(since: Instant | undefined): string | undefined {
  const at = since === undefined ? NaN : Date.parse(since);
  return Number.isNaN(at) ? undefined : ageWords(Date.now() - at);
}
