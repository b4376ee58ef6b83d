import type { ClusterTokens } from './ClusterTokens';

/** Runs an answer that goes on until it ends or its tokens change: it was asked for with the old ones. `true` when they did. */
export async function* untilTokensChange<T>(
  tokens: Pick<ClusterTokens, 'onChange'>,
  signal: AbortSignal,
  open: (signal: AbortSignal) => AsyncIterable<T>,
): AsyncGenerator<T, boolean, void> {
  const own = new AbortController();
  const abort = () => own.abort();
  let forget = () => {};
  const changed = new Promise<'changed'>(resolve => {
    forget = tokens.onChange(() => resolve('changed'));
  });
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  const messages = open(own.signal)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = messages.next();
      const first = await Promise.race([next, changed]);
      if (first === 'changed') {
        // It ends by the abort below, and nobody waits for how.
        next.catch(() => {});
        return true;
      }
      if (first.done) return false;
      yield first.value;
    }
  } finally {
    forget();
    signal.removeEventListener('abort', abort);
    abort();
    messages.return?.()?.catch(() => {});
  }
}
