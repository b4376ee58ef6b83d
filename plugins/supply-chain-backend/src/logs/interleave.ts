import type { Dirty } from '../clock/Dirty';

/** Items as they come, and between them a word whenever the mark was set. Ends with the items. */
export async function* interleave<T>(
  items: AsyncIterator<T>,
  changed: Dirty,
  signal: AbortSignal,
): AsyncGenerator<{ readonly item: T } | 'changed'> {
  const leaving = new AbortController();
  const either = AbortSignal.any([signal, leaving.signal]);
  const nextChange = () =>
    changed.taken(either).then(
      () => 'changed' as const,
      // Only by an abort: then there is nothing to tell, and `items` ends by itself.
      () => new Promise<never>(() => undefined),
    );
  let item = items.next();
  let change = nextChange();
  try {
    for (;;) {
      const news = await Promise.race([item, change]);
      if (news === 'changed') {
        yield news;
        change = nextChange();
        continue;
      }
      if (news.done) return;
      yield { item: news.value };
      item = items.next();
    }
  } finally {
    leaving.abort();
    item.catch(() => undefined);
  }
}
