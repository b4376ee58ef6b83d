import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import { SupplyChainError } from '../api/SupplyChainError';
import type { Trust } from './Trust';

/**
 * Asks what the image of a build is worth, once it is on screen: a question of its own, for it may take seconds. Asked again
 * for another image, and when the reader wants it; meanwhile what was told stays.
 */
export function useTrust(
  build: ObjectRef,
  image: string | undefined,
): { readonly trust: Trust; readonly again: () => void } {
  const api = useApi(supplyChainApiRef);
  const { cluster, namespace, name } = build;
  const of = [cluster, namespace, name, image].join('\n');
  const [told, setTold] = useState<{ of: string; trust: Trust }>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (image === undefined) return undefined;
    const life = new AbortController();
    const tell = (trust: Trust) => {
      if (!life.signal.aborted) setTold({ of, trust });
    };
    api.trust({ cluster, namespace, name }, life.signal).then(
      view => tell({ state: 'ready', view }),
      (error: unknown) => {
        if (error instanceof SupplyChainError) tell({ state: 'failed', error });
      },
    );
    return () => life.abort();
  }, [api, cluster, namespace, name, image, of, round]);
  const again = useCallback(() => setRound(before => before + 1), []);
  return {
    trust: told?.of === of ? told.trust : { state: 'loading' },
    again,
  };
}
