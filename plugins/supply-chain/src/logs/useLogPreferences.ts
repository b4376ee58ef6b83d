import { storageApiRef, useApiHolder } from '@backstage/core-plugin-api';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { TIME_MODES, type TimeMode } from './lineTime';

/** Lines around a match that one may choose. */
export const CONTEXTS = [0, 3, 10] as const;

/** How a person likes to read logs. */
export type LogPreferences = Readonly<{
  wrap: boolean;
  times: TimeMode;
  /** Lines around a match, when only matches are shown. */
  context: (typeof CONTEXTS)[number];
}>;

const BUCKET = 'supply-chain-logs';
const KEY = 'preferences';

/**
 * Remembered by Backstage's storage: in the browser, or with the person where an app stores that. For as long as the
 * log is shown where there is none. What was asked for here stays as it is for as long: a storage that answers late, or
 * another tab, changes only what was not.
 */
export function useLogPreferences(): [
  LogPreferences,
  (change: Partial<LogPreferences>) => void,
] {
  const holder = useApiHolder();
  const bucket = useMemo(
    () => holder.get(storageApiRef)?.forBucket(BUCKET),
    [holder],
  );
  const [stored, setStored] = useState(() => bucket?.snapshot(KEY));
  useEffect(() => {
    const subscription = bucket?.observe$(KEY).subscribe(setStored);
    return () => subscription?.unsubscribe();
  }, [bucket]);
  const [asked, setAsked] = useState<Partial<LogPreferences>>({});
  const preferences = useMemo(
    () => ({ ...parse(stored?.value), ...asked }),
    [stored, asked],
  );

  const latest = useRef(preferences);
  latest.current = preferences;
  const written = useRef<Promise<unknown>>(Promise.resolve());
  const isKnown = stored !== undefined && stored.presence !== 'unknown';
  useEffect(() => {
    // Before it is known what was stored, all else that a person chose would be written over.
    if (!bucket || !isKnown || Object.keys(asked).length === 0) return;
    const all = latest.current;
    // One after the other: what was asked for last is what stays. It is shown already; what cannot be stored is forgotten
    // with the page.
    written.current = written.current
      .then(() => bucket.set(KEY, all))
      .catch(() => undefined);
  }, [bucket, isKnown, asked]);

  const change = useCallback(
    (some: Partial<LogPreferences>) => setAsked(was => ({ ...was, ...some })),
    [],
  );
  return [preferences, change];
}

/** What was stored may be of another version of ours, or anybody's. */
function parse(value: unknown): LogPreferences {
  const stored: Partial<Record<keyof LogPreferences, unknown>> =
    typeof value === 'object' && value !== null ? value : {};
  return {
    wrap: stored.wrap === true,
    times: TIME_MODES.find(each => each === stored.times) ?? 'off',
    context: CONTEXTS.find(each => each === stored.context) ?? 3,
  };
}
