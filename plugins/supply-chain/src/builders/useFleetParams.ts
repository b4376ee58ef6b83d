import { useCallback, useMemo } from 'react';
import { useSearch } from '../frame/useSearch';

/** Values of some parameters of the address, and how to change one: so that what is shown is a link. */
export function useFleetParams<K extends string>(
  names: readonly K[],
): [
  values: Readonly<Record<K, string[]>>,
  change: (
    changed: Partial<Record<K, readonly string[]>>,
    how?: 'push' | 'replace',
  ) => void,
] {
  const [text, ask] = useSearch();
  const search = useMemo(() => new URLSearchParams(text), [text]);
  const key = names.join();
  const values = useMemo(
    () =>
      Object.fromEntries(
        names.map(name => [
          name,
          [...new Set(search.getAll(name).filter(Boolean))],
        ]),
      ) as Record<K, string[]>,
    // The names are the content of the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [search, key],
  );
  const change = useCallback(
    (
      changed: Partial<Record<K, readonly string[]>>,
      how: 'push' | 'replace' = 'push',
    ) =>
      ask(now => {
        for (const [name, wanted] of Object.entries<
          readonly string[] | undefined
        >(changed)) {
          now.delete(name);
          for (const value of wanted ?? []) now.append(name, value);
        }
        return now;
      }, how),
    [ask],
  );
  return [values, change];
}
