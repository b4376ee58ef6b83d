import type { Clock } from '../clock/Clock';
import { AUTHORISE_MS } from './AUTHORISE_MS';
import { Rounds } from './Rounds';

/** Checked over and over while something is told, and as often while it is silent. Ends with what a check throws. */
export async function* whileAllowed<T>(
  told: AsyncIterable<T>,
  check: () => Promise<unknown>,
  clock: Pick<Clock, 'sleep'>,
): AsyncGenerator<T> {
  const life = new AbortController();
  const checks = new Rounds(clock, AUTHORISE_MS, life.signal);
  const iterator = told[Symbol.asyncIterator]();
  try {
    for (let next = iterator.next(); ; ) {
      const news = await checks.before(next);
      if (news === 'due') {
        await check();
        continue;
      }
      if (news.done) return;
      yield news.value;
      next = iterator.next();
    }
  } finally {
    life.abort();
    // Not awaited: it may be waiting for its upstream, which the caller's signal ends.
    void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}
