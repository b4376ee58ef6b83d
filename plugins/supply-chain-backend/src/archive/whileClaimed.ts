import type { Clock } from '../clock/Clock';
import type { BuildKey } from './ArchivedBuild';
import { LEASE_MS, type BuildClaims } from './BuildClaims';

/** Does the work while the build is ours, and lets it go after. The work is stopped when the claim cannot be renewed. */
export async function whileClaimed<T>(
  options: {
    readonly claims: BuildClaims;
    readonly clock: Pick<Clock, 'sleep'>;
    readonly key: BuildKey;
  },
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<
  | { readonly isOurs: true; readonly value: T }
  | { readonly isOurs: false; readonly othersForMs: number }
> {
  const { claims, clock, key } = options;
  const othersForMs = await claims.take(key, signal);
  if (othersForMs > 0) return { isOurs: false, othersForMs };
  const life = new AbortController();
  const either = AbortSignal.any([signal, life.signal]);
  const renewing = (async () => {
    for (;;) {
      await clock.sleep(LEASE_MS / 3, either);
      if ((await claims.take(key, either)) > 0) {
        throw new Error('Another replica has taken over the archiving');
      }
    }
  })().catch(error => life.abort(error));
  try {
    return { isOurs: true, value: await work(either) };
  } finally {
    life.abort();
    await renewing;
    // Its lease ends by itself when the database cannot be told.
    await claims.release(key).catch(() => undefined);
  }
}
