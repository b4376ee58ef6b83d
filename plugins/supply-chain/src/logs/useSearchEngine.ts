import { useEffect, useState } from 'react';
import { browserEnvironment } from '../api/browserEnvironment';
import type { SearchEngine } from './search/createSearchEngine';

/** ms after a log is shown: a large one is still being read, and that goes first. */
const AT_REST = 300;

const environment = browserEnvironment();

let loading: Promise<SearchEngine> | undefined;
let loaded: SearchEngine | undefined;

/**
 * What searches: loaded while the reader looks at the first lines, because those need none of it. Undefined until then;
 * where it could not be fetched it is tried again when something is searched (`isWanted`).
 */
export function useSearchEngine(isWanted: boolean): SearchEngine | undefined {
  const [engine, setEngine] = useState(loaded);
  useEffect(() => {
    if (engine) return undefined;
    let isGone = false;
    const fetchIt = () =>
      void load().then(
        it => {
          if (!isGone) setEngine(it);
        },
        () => {
          loading = undefined;
        },
      );
    let cancel = () => {};
    if (isWanted) fetchIt();
    else cancel = environment.after(AT_REST, fetchIt);
    return () => {
      isGone = true;
      cancel();
    };
  }, [engine, isWanted]);
  return engine;
}

function load(): Promise<SearchEngine> {
  loading ??= import('./search/createSearchEngine').then(
    ({ createSearchEngine }) => {
      loaded = createSearchEngine(environment);
      return loaded;
    },
  );
  return loading;
}
