import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import { SupplyChainError } from '../api/SupplyChainError';
import type { Trust } from './Trust';
import type { TrustSource } from '../api/TrustSource';

/**
 * Asks what an image is worth, once it is on screen: a question of its own, for it may take seconds. Asked again for another
 * image, and when the reader wants it; meanwhile what was told stays. Without an image nothing is asked.
 */
export function useTrust(
  source: TrustSource | undefined,
  image: string | undefined,
): { readonly trust: Trust; readonly again: () => void } {
  const api = useApi(supplyChainApiRef);
  // By its value: views come anew with every change, and mean the same image.
  const asked = JSON.stringify(source);
  const of = `${asked}\n${image}`;
  const [told, setTold] = useState<{ of: string; trust: Trust }>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (image === undefined || asked === undefined) return undefined;
    const life = new AbortController();
    const tell = (trust: Trust) => {
      if (!life.signal.aborted) setTold({ of, trust });
    };
    api.trust(JSON.parse(asked) as TrustSource, life.signal).then(
      view => tell({ state: 'ready', view }),
      (error: unknown) => {
        if (error instanceof SupplyChainError) tell({ state: 'failed', error });
      },
    );
    return () => life.abort();
  }, [api, asked, image, of, round]);
  const again = useCallback(() => setRound(before => before + 1), []);
  return {
    trust: told?.of === of ? told.trust : { state: 'loading' },
    again,
  };
}
