import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What of the URL belongs to the stage below and means nothing for another stage. */
const OF_A_STAGE = ['tab', 'build', 'step', 'line', 'q', 'compare'] as const;

/** `?stage=` and how to go to another one; "back" returns. */
export function useStageParam(): [string | undefined, (stage: string) => void] {
  const [search, setSearch] = useSearchParams();
  const choose = useCallback(
    (stage: string) =>
      setSearch(now => {
        const next = new URLSearchParams(now);
        if (next.get('stage') !== stage) {
          for (const name of OF_A_STAGE) next.delete(name);
        }
        next.set('stage', stage);
        return next;
      }),
    [setSearch],
  );
  return [search.get('stage') ?? undefined, choose];
}
