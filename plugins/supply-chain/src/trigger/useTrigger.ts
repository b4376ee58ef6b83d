import { useApi } from '@backstage/core-plugin-api';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asSupplyChainError } from '../api/asSupplyChainError';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import type { SupplyChainError } from '../api/SupplyChainError';

export type Asking =
  | { state: 'idle' }
  | { state: 'asking' }
  | { state: 'refused'; error: SupplyChainError };

/** Asks for a rebuild; stops when the reader leaves, by which time the cluster may have taken note all the same. */
export function useTrigger(onTaken: (build: ObjectRef) => void): {
  asking: Asking;
  ask: (build: ObjectRef) => void;
  /** Forgets a refusal. */
  reset: () => void;
} {
  const api = useApi(supplyChainApiRef);
  const [asking, setAsking] = useState<Asking>({ state: 'idle' });
  const aborter = useRef<AbortController>();
  useEffect(() => () => aborter.current?.abort(), []);
  const ask = useCallback(
    (build: ObjectRef) => {
      aborter.current?.abort();
      const own = new AbortController();
      aborter.current = own;
      setAsking({ state: 'asking' });
      api.trigger(build, own.signal).then(
        () => {
          if (own.signal.aborted) return;
          setAsking({ state: 'idle' });
          onTaken(build);
        },
        (error: unknown) => {
          if (own.signal.aborted) return;
          setAsking({
            state: 'refused',
            error: asSupplyChainError(error),
          });
        },
      );
    },
    [api, onTaken],
  );
  const reset = useCallback(() => setAsking({ state: 'idle' }), []);
  return { asking, ask, reset };
}
