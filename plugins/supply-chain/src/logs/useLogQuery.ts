import { useEffect, useRef, useState } from 'react';
import type { LogPlace } from './LogPlace';

/** ms after the last key until the search is in the address. */
const SETTLED = 400;

/**
 * What is searched: at once as it is typed, and in the address when the typing has settled. Where somebody else changes the
 * address ("back", a link), that is right, and nothing that was typed before is written over it.
 */
export function useLogQuery({
  q = '',
  go,
}: Pick<LogPlace, 'q' | 'go'>): [
  query: string,
  change: (query: string) => void,
] {
  const [query, setQuery] = useState(q);
  /** What the address says, or will have said once it was changed as we asked. */
  const known = useRef(q);
  useEffect(() => {
    if (q === known.current) return;
    known.current = q;
    setQuery(q);
  }, [q]);
  useEffect(() => {
    if (query === known.current) return undefined;
    const timer = setTimeout(() => {
      known.current = query;
      go({ q: query || undefined });
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [query, go]);
  return [query, setQuery];
}
