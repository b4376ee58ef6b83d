import { useCallback, useState } from 'react';
import { useSearch } from '../frame/useSearch';

/**
 * Whether the delivery is open, and how to open or close it: `?delivery=open` or `closed` says so, else it is open once one has
 * failed. It stays so when the next attempt succeeds: what is being read is not taken away.
 */
export function useDeliveryParam(
  hasFailed: boolean,
): [boolean, (open: boolean) => void] {
  const [search, ask] = useSearch();
  const [failedOnce, setFailedOnce] = useState(hasFailed);
  if (hasFailed && !failedOnce) setFailedOnce(true);
  const show = useCallback(
    (open: boolean) =>
      ask(now => {
        now.set('delivery', open ? 'open' : 'closed');
        return now;
      }, 'replace'),
    [ask],
  );
  const asked = new URLSearchParams(search).get('delivery');
  const isOpen = asked === 'open' || (asked !== 'closed' && failedOnce);
  return [isOpen, show];
}
