import { useApi } from '@backstage/core-plugin-api';
import type {
  BuildComparison,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useEffect, useState } from 'react';
import { asSupplyChainError } from '../api/asSupplyChainError';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import type { SupplyChainError } from '../api/SupplyChainError';

export type Comparing =
  | { state: 'reading' }
  | { state: 'read'; comparison: BuildComparison }
  | { state: 'failed'; error: SupplyChainError };

/** Two builds side by side, read again when one of them goes on; meanwhile what was read stays. */
export function useComparison(
  { cluster, namespace, name }: ObjectRef,
  other: string,
  /** Changes when one of the two goes on. */
  version: string,
): Comparing {
  const api = useApi(supplyChainApiRef);
  const [found, setFound] = useState<Comparing>({ state: 'reading' });
  useEffect(
    () => setFound({ state: 'reading' }),
    [cluster, namespace, name, other],
  );
  useEffect(() => {
    const aborter = new AbortController();
    api.compare({ cluster, namespace, name }, other, aborter.signal).then(
      comparison => {
        if (!aborter.signal.aborted) setFound({ state: 'read', comparison });
      },
      (error: unknown) => {
        if (aborter.signal.aborted) return;
        setFound({ state: 'failed', error: asSupplyChainError(error) });
      },
    );
    return () => aborter.abort();
  }, [api, cluster, namespace, name, other, version]);
  return found;
}
