import { storageApiRef, useApiHolder } from '@backstage/core-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import { TIME_MODES } from './lineTime';

/** Lines around a match, when only matches are shown. */
export const CONTEXTS = [0, 3, 10] as const;

/** What was stored may be of another version of ours, or anybody's. */
const preferencesSchema = z.object({
  wrap: z.boolean().catch(false),
  times: z.enum(TIME_MODES).catch('off'),
  context: z.literal(CONTEXTS).catch(3),
});

/** How a person likes to read logs. */
export type LogPreferences = Readonly<z.infer<typeof preferencesSchema>>;

const BUCKET = 'supply-chain-logs';
const KEY = 'preferences';

/**
 * Remembered by Backstage's storage: in the browser, or with the person where an app stores that. For as long as the
 * log is shown where there is none.
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
  const [preferences, setPreferences] = useState(() =>
    parse(bucket?.snapshot(KEY).value),
  );
  useEffect(() => {
    const subscription = bucket
      ?.observe$(KEY)
      .subscribe(({ value }) => setPreferences(parse(value)));
    return () => subscription?.unsubscribe();
  }, [bucket]);
  const change = useCallback(
    (some: Partial<LogPreferences>) => {
      const next = { ...preferences, ...some };
      setPreferences(next);
      // It is shown already; what cannot be stored is forgotten with the page.
      bucket?.set(KEY, next).catch(() => undefined);
    },
    [bucket, preferences],
  );
  return [preferences, change];
}

function parse(value: unknown): LogPreferences {
  return preferencesSchema.parse(
    typeof value === 'object' && value !== null ? value : {},
  );
}
