import type { Clock } from '../clock/Clock';
import type { LiveCopy } from '../watch/LiveCopy';

/**
 * Longest wait of a request for the first list of a cluster. Lists of some thousand objects take about a second; a page
 * that is told "loading" after this shows the other clusters and hears of the rest by its stream.
 */
export const FIRST_LIST_WAIT_MS = 2_500;

/**
 * Wakes the copy and waits until the first lists of the cluster (of every cluster, without one) have answered or failed.
 * A cluster that has been loading for longer is not waited for again: a dead one must not delay what the others have.
 */
export async function whenKnown(
  copy: LiveCopy,
  clock: Clock,
  signal: AbortSignal,
  cluster?: string,
): Promise<void> {
  copy.touch();
  if (copy.clusters().length === 0)
    await copy.ready(signal, FIRST_LIST_WAIT_MS);
  await Promise.all([
    watchedAreKnown(copy, clock, signal, cluster),
    copy.current?.(signal, FIRST_LIST_WAIT_MS, cluster),
  ]);
}

async function watchedAreKnown(
  copy: LiveCopy,
  clock: Clock,
  signal: AbortSignal,
  cluster: string | undefined,
): Promise<void> {
  const startedAt = clock.now();
  const known = () => isKnown(copy, clock.now(), startedAt, cluster);
  if (known()) return;
  const waiting = new AbortController();
  const stop = () => waiting.abort();
  signal.addEventListener('abort', stop, { once: true });
  const unsubscribe = copy.onChange(() => {
    if (known()) stop();
  });
  try {
    await clock.sleep(FIRST_LIST_WAIT_MS, waiting.signal).catch(() => {});
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
}

function isKnown(
  copy: LiveCopy,
  now: number,
  startedAt: number,
  cluster: string | undefined,
): boolean {
  return copy
    .clusters()
    .filter(each => cluster === undefined || each.name === cluster)
    .flatMap(each => (each.access === 'shared' ? each.kinds : []))
    .every(
      kind =>
        kind.state !== 'loading' ||
        now - Date.parse(kind.since ?? new Date(startedAt).toISOString()) >=
          FIRST_LIST_WAIT_MS,
    );
}
