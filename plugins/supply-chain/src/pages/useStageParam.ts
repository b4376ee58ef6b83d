import { useCallback } from 'react';
import { useSearch } from '../frame/useSearch';

/** What of the URL belongs to the stage below and means nothing for another stage. */
const OF_A_STAGE = [
  ...['tab', 'build', 'compare', 'run', 'task'],
  ...['step', 'line', 'q', 'how'],
] as const;

/** `?stage=` and how to go to another one; "back" returns. */
export function useStageParam(): [string | undefined, (stage: string) => void] {
  const [search, ask] = useSearch();
  const choose = useCallback(
    (stage: string) =>
      ask(now => {
        if (now.get('stage') !== stage) {
          for (const name of OF_A_STAGE) now.delete(name);
        }
        now.set('stage', stage);
        return now;
      }, 'push'),
    [ask],
  );
  return [new URLSearchParams(search).get('stage') ?? undefined, choose];
}
