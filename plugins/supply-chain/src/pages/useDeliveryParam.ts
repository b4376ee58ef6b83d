import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Whether the delivery is open, and how to open or close it: `?delivery=open` or `closed` says so, else it is open once one has
 * failed. It stays so when the next attempt succeeds: what is being read is not taken away.
 */
export function useDeliveryParam(
  hasFailed: boolean,
): [boolean, (open: boolean) => void] {
  const [search, setSearch] = useSearchParams();
  const [failedOnce, setFailedOnce] = useState(hasFailed);
  if (hasFailed && !failedOnce) setFailedOnce(true);
  const show = useCallback(
    (open: boolean) =>
      setSearch(
        now => {
          const next = new URLSearchParams(now);
          next.set('delivery', open ? 'open' : 'closed');
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const asked = search.get('delivery');
  const isOpen = asked === 'open' || (asked !== 'closed' && failedOnce);
  return [isOpen, show];
}
